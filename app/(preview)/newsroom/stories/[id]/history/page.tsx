import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Frame } from "@/components/site/frame"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findEarlier, findEarlierTexts } from "@/lib/story/earlier.server"
import { findStory } from "@/lib/story/find.server"
import { findSectionNames } from "@/lib/story/listed.server"
import { findSurroundings } from "@/lib/story/live.server"
import { rowOfText } from "@/lib/story/preview.server"
import { differenceOf } from "@/lib/versions/difference"
import { beforeOf, type Earlier, pageOf, sittingsOf, takenBack } from "@/lib/versions/sittings"
import { changedIn } from "@/lib/versions/words"
import { ShownText } from "./shown-text"
import { SittingsList } from "./sittings-list"
import { TakeUp } from "./take-up"
import { Taken } from "./taken"
import { calledIn } from "./words"
import "@/components/site/styles/lists.css"
import "@/components/site/styles/history.css"

export const metadata: Metadata = { title: "Versions and drafts", robots: { index: false, follow: false } }

type Given = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every version and every draft of a story as somebody left it: who changed what, and the way back to it. */
export default async function EarlierTexts({ params, searchParams }: Given) {
  const person = await requirePerson()
  const [story, asked] = [await findStory((await params).id), await searchParams]
  if (!story) notFound()
  const texts = await findEarlier(story.id)
  const sittings = sittingsOf(texts)
  const { page, pages, on } = pageOf(sittings, Number(asked.page))
  const named = (name: unknown) => texts.find((one) => one.name === name)
  const usual = (one: Earlier) => beforeOf(texts, sittings, one)

  const shown = named(asked.at) ?? texts[0]
  const other = named(asked.with) ?? (shown && usual(shown))
  // Whichever was first stands on the left of the difference.
  const [from, to] =
    shown && other && texts.indexOf(other) < texts.indexOf(shown) ? [shown, other] : [other ?? null, shown]
  const wanted = [...on.flatMap(([newest]) => [newest, usual(newest)]), from, to]
  const [words, sections] = await Promise.all([
    findEarlierTexts(
      story.id,
      wanted.flatMap((one) => one?.name ?? []),
    ),
    findSectionNames(),
  ])
  const wordsOf = (one: Earlier | null | undefined) => (one ? words.get(one.name) : undefined)
  const [was, is] = [wordsOf(from), wordsOf(to)]
  const around = await findSurroundings([was, is].flatMap((text) => (text ? rowOfText(story, text) : [])))
  const changed = (one: Earlier) => {
    const [before, after] = [wordsOf(usual(one)), wordsOf(one)]
    return before && after ? changedIn(differenceOf(before, after)) || "Nothing that readers see changed" : ""
  }
  const may = can(person, "write", story)
  const taken = may ? takenBack(texts, story.revision) : null
  return (
    <>
      <Frame sections={sections} current={story.text.section}>
        <div className="list-page history">
          <header className="list-head">
            <h1>Versions and drafts</h1>
            <p className="list-about" lang={story.text.language}>
              {story.text.headline || "No headline yet"}
            </p>
          </header>
          {taken && (
            <Taken key={story.revision} what={calledIn(texts, taken.from)} storyId={story.id}>
              <TakeUp id={story.id} revision={story.revision} name={taken.before} label="Take that back" />
            </Taken>
          )}
          <div className="history-columns">
            <SittingsList {...{ storyId: story.id, texts, on, page, pages, shown, changed }} />
            {shown ? (
              <ShownText {...{ story, texts, shown, from, to, around, may, was, is, page }} text={wordsOf(shown)} />
            ) : (
              <section aria-labelledby="difference">
                <h2 id="difference">Nothing is kept yet</h2>
                <p className="empty">
                  What somebody writes is kept here as soon as it is saved, with who wrote it and when. Go back to the
                  story and write the first words.
                </p>
              </section>
            )}
          </div>
        </div>
      </Frame>
      <aside className="preview-mark at-foot" aria-label="Preview">
        Versions and drafts, as the newsroom has them. <a href={`/newsroom/stories/${story.id}`}>Back to the story</a>
      </aside>
    </>
  )
}
