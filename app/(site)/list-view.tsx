import { Frame } from "@/components/site/frame"
import { JsonLd } from "@/components/site/json-ld"
import { ListPage } from "@/components/site/list-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { collectionPage, profilePage } from "@/lib/feeds/json-ld-lists"
import { findReadersList } from "@/lib/front/find.server"
import { paper } from "@/lib/paper"
import type { ListKind } from "@/lib/story/lists.server"
import { NotFoundView } from "./not-found-view"

export type SearchParams = Promise<{ page?: string | string[] }>

type Props = { kind: ListKind; slug: string; searchParams: SearchParams }

const OVER: Partial<Record<ListKind, string>> = { topic: "Topic", person: "Stories by", package: "In depth" }

/** A section, a topic, a package, or what somebody wrote: one page of it. */
export async function ListView({ kind, slug, searchParams }: Props) {
  const list = await findReadersList(kind, slug, (await searchParams).page)
  if (!list) return <NotFoundView />
  const { page } = list
  const { name, lead, path } = list.of
  const address = page > 1 ? `${path}?page=${page}` : path
  const described = kind === "person" ? profilePage : collectionPage
  const crumbs = page > 1 ? [{ name, address: path }] : []
  return (
    <>
      <PageTags tags={list.tags} until={list.until} />
      <PageHead
        title={`${name}${page > 1 ? `, page ${page}` : ""} | ${paper.name}`}
        description={
          lead || `${OVER[kind] ?? "News:"} ${name}. From ${paper.name}${kind === "package" ? "" : ", newest first"}.`
        }
        origin={env.publicOrigin}
        address={address}
        feed={{ address: `${path}/feed.xml`, title: `${name} | ${paper.name}` }}
      />
      <JsonLd
        value={described(
          { name, address, crumbs },
          list.placed.map(({ story }) => story),
          env.publicOrigin,
        )}
      />
      <Frame sections={list.sections} current={kind === "section" ? slug : undefined}>
        <ListPage
          {...{ heading: name, over: OVER[kind], lead, address: path, page }}
          {...{ stories: list.placed, more: list.more }}
        />
      </Frame>
    </>
  )
}
