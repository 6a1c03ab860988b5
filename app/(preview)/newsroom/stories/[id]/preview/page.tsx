import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Frame } from "@/components/site/frame"
import { StoryPage } from "@/components/site/story-page"
import { env } from "@/lib/env.server"
import { requirePerson } from "@/lib/people/gate.server"
import { findStory } from "@/lib/story/find.server"
import { findPreview } from "@/lib/story/preview.server"

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } }

type Given = { params: Promise<{ id: string }> }

/** The draft exactly as its readers would see it, for people of the newsroom. */
export default async function StoryPreview({ params }: Given) {
  await requirePerson()
  const draft = await findStory((await params).id)
  if (!draft) notFound()
  const now = new Date()
  const { story, sections } = await findPreview(draft, now)
  return (
    <>
      <aside className="preview-mark" aria-label="Preview">
        Preview: {draft.liveId ? "readers see the live version, not this draft." : "readers do not see this yet."}{" "}
        <a href={`/newsroom/stories/${draft.id}`}>Back to the story</a>
      </aside>
      <Frame sections={sections} current={story.section.slug}>
        <StoryPage story={story} origin={env.publicOrigin} now={now} />
      </Frame>
    </>
  )
}
