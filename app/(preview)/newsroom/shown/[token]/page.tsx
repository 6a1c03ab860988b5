import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Frame } from "@/components/site/frame"
import { StoryPage } from "@/components/site/story-page"
import { momentOf } from "@/lib/dates"
import { env } from "@/lib/env.server"
import { findPreview } from "@/lib/story/preview.server"
import { findShown } from "@/lib/story/preview-links.server"

export const metadata: Metadata = { title: "A draft", robots: { index: false, follow: false } }

type Given = { params: Promise<{ token: string }> }

/** A draft for people without an account who were given its address, until it expires or is ended. */
export default async function ShownDraft({ params }: Given) {
  const shown = await findShown((await params).token)
  if (!shown) notFound()
  const now = new Date()
  const { story, sections } = await findPreview(shown.story, now)
  return (
    <>
      <aside className="preview-mark" aria-label="A draft">
        A draft that is not published: please do not pass it on. This address opens it until {momentOf(shown.expiresAt)}
        .
      </aside>
      <Frame sections={sections} current={story.section.slug}>
        <StoryPage story={story} origin={env.publicOrigin} now={now} />
      </Frame>
    </>
  )
}
