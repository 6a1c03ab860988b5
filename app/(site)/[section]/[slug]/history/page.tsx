import { Frame } from "@/components/site/frame"
import { HistoryPage } from "@/components/site/history-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { formChangesBy } from "@/lib/story/age"
import { findLive } from "@/lib/story/live.server"
import { differenceOf } from "@/lib/versions/difference"
import { findCompared, findReadableVersions } from "@/lib/versions/find.server"
import { comparedOf, historyAddress } from "@/lib/versions/versions"
import { NotLiveView } from "../not-live-view"

export const dynamic = "force-dynamic"

type Props = {
  params: Promise<{ section: string; slug: string }>
  searchParams: Promise<{ from?: string; to?: string }>
}

/** The versions of a story, and the differences between two of them. */
export default async function History({ params, searchParams }: Props) {
  const [{ section, slug }, { from = "", to = "" }] = await Promise.all([params, searchParams])
  const now = new Date()
  const found = await findLive(section, slug, now)
  if (!("live" in found)) return <NotLiveView found={found} rest="/history" />
  const { live, sections } = found
  const versions = await findReadableVersions(live.id)
  const two = comparedOf(versions, from, to)
  const texts = two && (await findCompared(live.id, ...two, now))
  const compared = texts && {
    ...{ from: two[0], to: two[1], around: texts.around },
    difference: differenceOf(texts.older, texts.newer),
  }
  return (
    <>
      <PageTags
        tags={[...new Set([...live.tags, ...(texts?.tags ?? [])])]}
        until={formChangesBy({ relatedMoments: texts?.relatedMoments ?? [], picturesUntil: [] }, now)}
      />
      <PageHead
        title={`History: ${live.headline} | ${paper.name}`}
        origin={env.publicOrigin}
        address={historyAddress(live.address)}
        noindex
      />
      <Frame sections={sections} current={live.section.slug}>
        <HistoryPage story={live} versions={versions} compared={compared} now={now} />
      </Frame>
    </>
  )
}
