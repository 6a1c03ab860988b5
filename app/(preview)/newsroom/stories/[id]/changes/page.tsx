import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Difference } from "@/components/site/difference"
import { Frame } from "@/components/site/frame"
import { requirePerson } from "@/lib/people/gate.server"
import { findStory } from "@/lib/story/find.server"
import { findSectionNames } from "@/lib/story/listed.server"
import { findUnapproved, findUnpublished } from "@/lib/versions/unpublished.server"
import "@/components/site/styles/lists.css"

export const metadata: Metadata = { title: "What changed", robots: { index: false, follow: false } }

type Given = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the draft of a live story has and its readers do not, or what is new since it was approved, for people of the newsroom. */
export default async function Changes({ params, searchParams }: Given) {
  await requirePerson()
  const draft = await findStory((await params).id)
  if (!draft) notFound()
  const sinceApproval = (await searchParams).since === "approval"
  const [found, sections] = await Promise.all([
    sinceApproval ? findUnapproved(draft) : findUnpublished(draft),
    findSectionNames(),
  ])
  return (
    <>
      <Frame sections={sections} current={draft.text.section}>
        <div className="list-page">
          <header className="list-head">
            <h1>What changed</h1>
            <p className="list-about" lang={draft.text.language}>
              {draft.text.headline}
            </p>
          </header>
          {found ? (
            <>
              <p className="difference-key">
                <del>Struck through</del>: only in{" "}
                {found.live === null ? "the text that was approved" : `version ${found.live}, which readers have`}.{" "}
                <ins>Underlined</ins>: only in the draft. This looks like {PROPOSED[found.proposal.act]}:{" "}
                {found.proposal.because}
              </p>
              <Difference
                difference={found.difference}
                around={found.around}
                language={draft.text.language}
                told={{ to: "desk", now: new Date() }}
              />
            </>
          ) : (
            <p className="empty">{sinceApproval ? NOT_SINCE : draft.liveId ? NOT_UNPUBLISHED : NO_VERSION}</p>
          )}
        </div>
      </Frame>
      <aside className="preview-mark at-foot" aria-label="Preview">
        What changed: readers see none of this yet. <a href={`/newsroom/stories/${draft.id}`}>Back to the story</a>
      </aside>
    </>
  )
}

const NOT_SINCE = "Nothing: the text is as it was approved, or was never approved."
const NOT_UNPUBLISHED = "Nothing: readers have the story as it is."
const NO_VERSION = "Readers have no version of this story."

const PROPOSED = { minor: "a minor change", update: "an update", correct: "a correction" } as const
