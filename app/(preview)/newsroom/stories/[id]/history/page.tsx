import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Difference } from "@/components/site/difference"
import { Frame } from "@/components/site/frame"
import { momentOf } from "@/lib/dates"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { type Earlier, findEarlier } from "@/lib/story/checkpoints.server"
import { findStory } from "@/lib/story/find.server"
import { findSectionNames } from "@/lib/story/listed.server"
import { findSurroundings } from "@/lib/story/live.server"
import { rowOfText } from "@/lib/story/preview.server"
import { differenceOf } from "@/lib/versions/difference"
import { wordOfVersion } from "@/lib/versions/versions"
import { TakeUp } from "./take-up"
import "@/components/site/styles/lists.css"
import "@/components/site/styles/history.css"

export const metadata: Metadata = { title: "Versions and drafts", robots: { index: false, follow: false } }

type Given = { params: Promise<{ id: string }>; searchParams: Promise<{ at?: string | string[] }> }

/** Every version and every draft of a story as somebody left it: who changed what, and the way back to it. */
export default async function EarlierTexts({ params, searchParams }: Given) {
  const person = await requirePerson()
  const story = await findStory((await params).id)
  if (!story) notFound()
  const [texts, sections] = await Promise.all([findEarlier(story.id), findSectionNames()])
  const asked = (await searchParams).at
  const shown = Math.max(
    0,
    texts.findIndex(({ name }) => name === asked),
  )
  const [text, before] = [texts[shown], texts[shown + 1]]
  const around = await findSurroundings([text, before].flatMap((one) => (one ? rowOfText(story, one.text) : [])))
  const may = can(person, "write", story)
  return (
    <>
      <aside className="preview-mark" aria-label="Preview">
        Versions and drafts, as the newsroom has them. <a href={`/newsroom/stories/${story.id}`}>Back to the story</a>
      </aside>
      <Frame sections={sections} current={story.text.section}>
        <div className="list-page history">
          <header className="list-head">
            <h1>Versions and drafts</h1>
            <p className="list-about" lang={story.text.language}>
              {story.text.headline}
            </p>
          </header>
          <div className="history-columns">
            <section aria-labelledby="texts">
              <h2 id="texts">The newest first</h2>
              <ol className="versions" reversed>
                {texts.map((one) => (
                  <li key={one.name} aria-current={one === text || undefined}>
                    <p>
                      <strong>{labelOf(one)}</strong> {momentOf(one.at)}, {one.by}
                    </p>
                    <p className="version-doors">
                      <a href={`?at=${encodeURIComponent(one.name)}`}>What changed</a>
                    </p>
                  </li>
                ))}
              </ol>
            </section>
            <section aria-labelledby="difference">
              <h2 id="difference">{text ? `${labelOf(text)}, ${momentOf(text.at)}` : "Nothing was saved yet"}</h2>
              {text && may && <TakeUp id={story.id} revision={story.revision} name={text.name} />}
              {text && before && (
                <>
                  <p className="difference-key">
                    <del>Struck through</del>: only in what was before. <ins>Underlined</ins>: only in this.
                  </p>
                  <Difference
                    difference={differenceOf(before.text, text.text)}
                    around={around}
                    language={text.text.language}
                  />
                </>
              )}
              {text && !before && <p className="empty">This is the first text of the story that is kept.</p>}
            </section>
          </div>
        </div>
      </Frame>
    </>
  )
}

const labelOf = ({ name, kind }: Earlier) =>
  kind === null ? "Draft" : `${wordOfVersion({ kind, clarifies: false })}, ${name}`
