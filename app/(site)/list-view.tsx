import { Frame } from "@/components/site/frame"
import { ListPage } from "@/components/site/list-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { StructuredData } from "@/components/site/structured-data"
import { env } from "@/lib/env.server"
import { collectionPage, profilePage } from "@/lib/feeds/json-ld-lists"
import { paper } from "@/lib/paper"
import { pageAsked } from "@/lib/story/listed"
import { findListPage } from "@/lib/story/listed.server"
import type { ListKind } from "@/lib/story/lists.server"
import { NotFoundView } from "./not-found-view"

export type SearchParams = Promise<{ page?: string | string[] }>

type Props = { kind: ListKind; slug: string; searchParams: SearchParams }

const OVER: Partial<Record<ListKind, string>> = { topic: "Topic", person: "Stories by" }

/** A section, a topic, or what somebody wrote: one page of it. */
export async function ListView({ kind, slug, searchParams }: Props) {
  const page = pageAsked((await searchParams).page)
  const list = page && (await findListPage(kind, slug, page))
  if (!list) return <NotFoundView />
  const { name, path } = list.of
  const address = page > 1 ? `${path}?page=${page}` : path
  const described = kind === "person" ? profilePage : collectionPage
  const crumbs = page > 1 ? [{ name, address: path }] : []
  return (
    <>
      <PageTags tags={[list.of.tag]} />
      <PageHead
        title={`${name}${page > 1 ? `, page ${page}` : ""} | ${paper.name}`}
        description={`${OVER[kind] ?? "News:"} ${name}. From ${paper.name}, newest first.`}
        origin={env.publicOrigin}
        address={address}
        feed={{ address: `${path}/feed.xml`, title: `${name} | ${paper.name}` }}
      />
      <StructuredData value={described({ name, address, crumbs }, list.stories, env.publicOrigin)} />
      <Frame sections={list.sections} current={kind === "section" ? slug : undefined}>
        <ListPage
          heading={name}
          over={OVER[kind]}
          address={path}
          stories={list.stories}
          page={page}
          more={list.more}
          mixed={kind !== "section"}
        />
      </Frame>
    </>
  )
}
