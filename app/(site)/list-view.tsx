import { Frame } from "@/components/site/frame"
import { ListPage } from "@/components/site/list-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { findReadersList } from "@/lib/front/find.server"
import { paper } from "@/lib/paper"
import type { ListKind } from "@/lib/story/lists.server"
import { NotFoundView } from "./not-found-view"

export type SearchParams = Promise<{ page?: string | string[] }>

type Props = { kind: ListKind; slug: string; searchParams: SearchParams }

const OVER: Partial<Record<ListKind, string>> = { topic: "Topic", person: "Stories by" }

/** A section, a topic, or what somebody wrote: one page of it. */
export async function ListView({ kind, slug, searchParams }: Props) {
  const list = await findReadersList(kind, slug, (await searchParams).page)
  if (!list) return <NotFoundView />
  const { page } = list
  const { name, path } = list.of
  return (
    <>
      <PageTags tags={list.tags} until={list.until} />
      <PageHead
        title={`${name}${page > 1 ? `, page ${page}` : ""} | ${paper.name}`}
        description={`${OVER[kind] ?? "News:"} ${name}. From ${paper.name}, newest first.`}
        origin={env.publicOrigin}
        address={page > 1 ? `${path}?page=${page}` : path}
        feed={{ address: `${path}/feed.xml`, title: `${name} | ${paper.name}` }}
      />
      <Frame sections={list.sections} current={kind === "section" ? slug : undefined}>
        <ListPage heading={name} over={OVER[kind]} address={path} stories={list.placed} page={page} more={list.more} />
      </Frame>
    </>
  )
}
