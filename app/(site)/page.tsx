import { Frame } from "@/components/site/frame"
import { FrontPage } from "@/components/site/front-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { StructuredData } from "@/components/site/structured-data"
import { env } from "@/lib/env.server"
import { webSite } from "@/lib/feeds/json-ld-lists"
import { FRONT_DEPTH, layOutFront } from "@/lib/front/front"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { findFront } from "@/lib/story/listed.server"

export const dynamic = "force-dynamic"

export default async function Front() {
  const { sections, stories } = await findFront(FRONT_DEPTH)
  const front = layOutFront(stories, sections)
  return (
    <>
      <PageTags tags={[TAGS.paper]} />
      <PageHead
        title={`${paper.name}: ${paper.tagline}`}
        description={`${paper.name}. ${paper.tagline}.`}
        origin={env.publicOrigin}
        address="/"
      />
      <StructuredData value={webSite(env.publicOrigin)} />
      <Frame sections={sections} edition={stories[0]?.publishedAt} front>
        <FrontPage front={front} day={stories[0]?.publishedAt} />
      </Frame>
    </>
  )
}
