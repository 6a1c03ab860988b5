import { CorrectionsPage } from "@/components/site/corrections-page"
import { Frame } from "@/components/site/frame"
import { JsonLd } from "@/components/site/json-ld"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { correctionsPage } from "@/lib/feeds/json-ld-lists"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { pageAsked } from "@/lib/story/listed"
import { findCorrections } from "@/lib/story/listed.server"
import { NotFoundView } from "../not-found-view"

export const dynamic = "force-dynamic"

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export default async function Corrections({ searchParams }: Props) {
  const page = pageAsked((await searchParams).page)
  const list = page && (await findCorrections(page))
  if (!list || (page > 1 && list.corrections.length === 0)) return <NotFoundView />
  const address = page > 1 ? `/corrections?page=${page}` : "/corrections"
  const crumbs = page > 1 ? [{ name: "Corrections", address: "/corrections" }] : []
  const described = correctionsPage({ name: "Corrections", address, crumbs }, list.corrections, env.publicOrigin)
  return (
    <>
      <PageTags tags={[TAGS.paper]} />
      <PageHead
        title={`Corrections${page > 1 ? `, page ${page}` : ""} | ${paper.name}`}
        description={`What ${paper.name} got wrong, and what is right.`}
        origin={env.publicOrigin}
        address={address}
        feed={{ address: "/corrections/feed.xml", title: `Corrections | ${paper.name}` }}
      />
      <JsonLd value={described} />
      <Frame sections={list.sections}>
        <CorrectionsPage corrections={list.corrections} page={page} more={list.more} />
      </Frame>
    </>
  )
}
