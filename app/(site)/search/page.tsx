import { Frame } from "@/components/site/frame"
import { JsonLd } from "@/components/site/json-ld"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { SearchPage } from "@/components/site/search-page"
import { env } from "@/lib/env.server"
import { searchResults } from "@/lib/feeds/search-ld"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { search } from "@/lib/search/find.server"
import { readAsked } from "@/lib/search/found"
import { pageAsked, tagsOfPictures } from "@/lib/story/listed"
import { NotFoundView } from "../not-found-view"

export const dynamic = "force-dynamic"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Reads q, section, topic, author, year and page of its address, and nothing else. */
export default async function SearchDoor({ searchParams }: Props) {
  const given = await searchParams
  const page = pageAsked(given.page)
  const asked = page && readAsked(given, page)
  const found = asked && (await search(asked, new Date()))
  if (!found) return <NotFoundView />
  return (
    <>
      <PageTags tags={[TAGS.paper, ...tagsOfPictures(found.stories)]} />
      <PageHead
        title={`${asked.q ? `${asked.q}: ` : ""}Search | ${paper.name}`}
        description={`Search every story that ${paper.name} has published: by words, section, topic, writer and date.`}
        origin={env.publicOrigin}
        {...(Object.keys(given).length ? { noindex: true } : { address: "/search" })}
      />
      <JsonLd value={searchResults(found.stories, env.publicOrigin)} />
      <Frame sections={found.sections} searching>
        <SearchPage asked={asked} search={found} />
      </Frame>
    </>
  )
}
