import { Frame } from "@/components/site/frame"
import { FrontPage } from "@/components/site/front-page"
import { JsonLd } from "@/components/site/json-ld"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { webSite } from "@/lib/feeds/json-ld-lists"
import { findFrontPage } from "@/lib/front/find.server"
import { paper } from "@/lib/paper"

export const dynamic = "force-dynamic"

export default async function Front() {
  const { front, sections, edition, tags, until } = await findFrontPage()
  return (
    <>
      <PageTags tags={tags} until={until} />
      <PageHead
        title={`${paper.name}: ${paper.tagline}`}
        description={`${paper.name}. ${paper.tagline}.`}
        origin={env.publicOrigin}
        address="/"
      />
      <JsonLd value={webSite(env.publicOrigin)} />
      <Frame sections={sections} edition={edition} front>
        <FrontPage front={front} day={edition} />
      </Frame>
    </>
  )
}
