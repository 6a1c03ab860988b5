import { BYLINE_POLICY } from "@/components/site/byline"
import { BylinesPage } from "@/components/site/bylines-page"
import { Frame } from "@/components/site/frame"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { findSectionNames } from "@/lib/story/listed.server"

export const dynamic = "force-dynamic"

export default async function Bylines() {
  return (
    <>
      <PageTags tags={[TAGS.names]} />
      <PageHead
        title={`Who writes what you read | ${paper.name}`}
        description={`When ${paper.name} names its writers, and when it does not.`}
        origin={env.publicOrigin}
        address={BYLINE_POLICY}
      />
      <Frame sections={await findSectionNames()}>
        <BylinesPage />
      </Frame>
    </>
  )
}
