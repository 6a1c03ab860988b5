import { Frame } from "@/components/site/frame"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { RecordPage } from "@/components/site/record-page"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { findWitnesses } from "@/lib/record/witness.server"
import { findSectionNames } from "@/lib/story/listed.server"

export const dynamic = "force-dynamic"

export default async function Record() {
  return (
    <>
      <PageTags tags={[TAGS.names]} />
      <PageHead
        title={`The record | ${paper.name}`}
        description={`How anybody can check what ${paper.name} published, and when.`}
        origin={env.publicOrigin}
        address="/record"
      />
      <Frame sections={await findSectionNames()}>
        <RecordPage witnesses={(await findWitnesses()).map(({ label }) => label)} />
      </Frame>
    </>
  )
}
