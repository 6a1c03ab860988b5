import { Frame } from "@/components/site/frame"
import { PageTags } from "@/components/site/page-status"
import { StoryHead } from "@/components/site/story-head"
import { StoryPage } from "@/components/site/story-page"
import { env } from "@/lib/env.server"
import { changesBy } from "@/lib/story/age"
import { findLive } from "@/lib/story/live.server"
import { NotLiveView } from "./not-live-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ section: string; slug: string }> }

export default async function Story({ params }: Props) {
  const { section, slug } = await params
  const now = new Date()
  const found = await findLive(section, slug, now)
  if (!("live" in found)) return <NotLiveView found={found} />
  return (
    <>
      <PageTags tags={found.live.tags} until={changesBy(found.live, now)} />
      <StoryHead story={found.live} origin={env.publicOrigin} />
      <Frame sections={found.sections} current={found.live.section.slug}>
        <StoryPage story={found.live} origin={env.publicOrigin} now={now} />
      </Frame>
    </>
  )
}
