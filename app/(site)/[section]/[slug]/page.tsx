import { Frame } from "@/components/site/frame"
import { MovedPage, WithdrawnPage } from "@/components/site/notice-page"
import { PageHead } from "@/components/site/page-head"
import { PageStatus, PageTags } from "@/components/site/page-status"
import { StoryHead } from "@/components/site/story-head"
import { StoryPage } from "@/components/site/story-page"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { changesBy } from "@/lib/story/age"
import { findSectionNames } from "@/lib/story/listed.server"
import { findLive } from "@/lib/story/live.server"
import { NotFoundView } from "../../not-found-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ section: string; slug: string }> }

export default async function Story({ params }: Props) {
  const { section, slug } = await params
  const found = await findLive(section, slug)
  if ("live" in found) {
    const now = new Date()
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
  if ("moved" in found) return <Moved to={found.moved} id={found.id} />
  if ("withdrawn" in found) return <Withdrawn {...found.withdrawn} id={found.id} />
  return <NotFoundView />
}

const Moved = async ({ to, id }: { to: string; id: string }) => (
  <>
    <PageTags tags={[TAGS.story(id)]} />
    <PageStatus status={308} location={to} />
    <PageHead title={`Moved | ${paper.name}`} origin={env.publicOrigin} noindex />
    <Frame sections={await findSectionNames()}>
      <MovedPage to={to} />
    </Frame>
  </>
)

const Withdrawn = async ({ id, ...withdrawn }: { id: string; notice: string; at: Date }) => (
  <>
    <PageTags tags={[TAGS.story(id)]} />
    <PageStatus status={410} />
    <PageHead title={`Withdrawn | ${paper.name}`} origin={env.publicOrigin} noindex />
    <Frame sections={await findSectionNames()}>
      <WithdrawnPage {...withdrawn} />
    </Frame>
  </>
)
