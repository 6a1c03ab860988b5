import { Frame } from "@/components/site/frame"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { SecurityPage } from "@/components/site/security-page"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { findSectionNames } from "@/lib/story/listed.server"

export const dynamic = "force-dynamic"

export default async function Security() {
  return (
    <>
      <PageTags tags={[TAGS.names]} />
      <PageHead
        title={`Reporting a weakness | ${paper.name}`}
        description={`How to tell ${paper.name} of a weakness in its site.`}
        origin={env.publicOrigin}
        address="/about/security"
      />
      <Frame sections={await findSectionNames()}>
        <SecurityPage contact={env.securityContact} />
      </Frame>
    </>
  )
}
