import { Frame } from "@/components/site/frame"
import { FrontPage } from "@/components/site/front-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { jsonForScript } from "@/lib/feeds/json-ld"
import { webSite } from "@/lib/feeds/search-ld"
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
      <script type="application/ld+json">{jsonForScript(webSite(env.publicOrigin))}</script>
      <Frame sections={sections} edition={stories[0]?.publishedAt} front>
        <FrontPage front={front} day={stories[0]?.publishedAt} />
      </Frame>
    </>
  )
}
