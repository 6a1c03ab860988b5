import { Frame } from "@/components/site/frame"
import { PageHead } from "@/components/site/page-head"
import { PageMoment, PageTags } from "@/components/site/page-status"
import { StoryPage } from "@/components/site/story-page"
import { VersionNote } from "@/components/site/version-note"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { changesBy } from "@/lib/story/age"
import { findLive } from "@/lib/story/live.server"
import { findReadableVersion } from "@/lib/versions/find.server"
import { timeLinks } from "@/lib/versions/memento"
import { NotFoundView } from "../../../../not-found-view"
import { NotLiveView } from "../../not-live-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ section: string; slug: string; number: string }> }

/** A public version at its own address, marked as what it is. Search engines are told of the story as it stands. */
export default async function Version({ params }: Props) {
  const { section, slug, number } = await params
  if (!/^[1-9][0-9]{0,5}$/.test(number)) return <NotFoundView />
  const found = await findLive(section, slug)
  if (!("live" in found)) return <NotLiveView found={found} rest={`/v/${number}`} />
  const { live, sections } = found
  const now = new Date()
  const story = await findReadableVersion(live.id, Number(number), now)
  if (!story) return <NotFoundView />
  return (
    <>
      <PageTags tags={[...new Set([...live.tags, ...story.tags])]} until={changesBy(story, now)} />
      <PageMoment at={story.madeAt} links={timeLinks(env.publicOrigin, live.address)} />
      <PageHead
        title={`Version ${number}: ${story.headline} | ${paper.name}`}
        origin={env.publicOrigin}
        address={live.address}
        noindex
      />
      <Frame sections={sections} current={live.section.slug}>
        <VersionNote address={live.address} number={story.version} current={live.version} at={story.madeAt} />
        <StoryPage story={{ ...story, address: live.address }} origin={env.publicOrigin} now={now} />
      </Frame>
    </>
  )
}
