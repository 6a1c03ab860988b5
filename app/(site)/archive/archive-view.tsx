import { ArchivePage, type Beside, type Place } from "@/components/site/archive-page"
import { Frame } from "@/components/site/frame"
import { JsonLd } from "@/components/site/json-ld"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { indexPage } from "@/lib/feeds/json-ld-lists"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { findSectionNames } from "@/lib/story/listed.server"

type Props = { heading: string; address: string; way: readonly Place[]; places: readonly Place[]; beside?: Beside }

/** The archive, a year or a month of it. */
export async function ArchiveView({ heading, address, way, places, beside = { before: null, after: null } }: Props) {
  const origin = env.publicOrigin
  return (
    <>
      <PageTags tags={[TAGS.paper]} />
      <PageHead
        title={`${way.length ? `Archive, ${heading}` : heading} | ${paper.name}`}
        description={`What ${paper.name} published, by day.`}
        origin={origin}
        address={address}
        noindex={places.length === 0}
      />
      <JsonLd value={indexPage({ name: heading, address, crumbs: way }, places, origin)} />
      <Frame sections={await findSectionNames()}>
        <ArchivePage heading={heading} way={way} places={places} beside={beside} />
      </Frame>
    </>
  )
}
