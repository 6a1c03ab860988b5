import { BesideLinks, wayOf } from "@/components/site/archive-page"
import { Frame } from "@/components/site/frame"
import { JsonLd } from "@/components/site/json-ld"
import { ListPage } from "@/components/site/list-page"
import { PageHead } from "@/components/site/page-head"
import { PageTags } from "@/components/site/page-status"
import { dayAddress, dayAt, monthAddress, rangeOfDay, readDay, yearAddress } from "@/lib/archive/days"
import { findAround, findPublished } from "@/lib/archive/find.server"
import { longDayOf, monthOf } from "@/lib/dates"
import { env } from "@/lib/env.server"
import { collectionPage } from "@/lib/feeds/json-ld-lists"
import { layOutList } from "@/lib/front/front"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { pageAsked } from "@/lib/story/listed"
import type { SearchParams } from "../../../../list-view"
import { NotFoundView } from "../../../../not-found-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ year: string; month: string; day: string }>; searchParams: SearchParams }

/** What was published on a day of the paper's clock. */
export default async function Day({ params, searchParams }: Props) {
  const asked = await params
  const day = readDay(asked.year, asked.month, asked.day)
  const page = pageAsked((await searchParams).page)
  if (!day || !page) return <NotFoundView />
  const range = rangeOfDay(day)
  const [{ stories, more, sections }, { before, after }] = await Promise.all([
    findPublished(range, page),
    findAround(range),
  ])
  if (stories.length === 0 && (page > 1 || !(before && after))) return <NotFoundView />
  const heading = longDayOf(range.from)
  const path = dayAddress(day)
  const address = page > 1 ? `${path}?page=${page}` : path
  const way = [
    { name: "Archive", address: "/archive" },
    { name: String(day.year), address: yearAddress(day.year) },
    { name: monthOf(range.from), address: monthAddress(day.year, day.month) },
  ]
  const crumbs = page > 1 ? [...way, { name: heading, address: path }] : way
  return (
    <>
      <PageTags tags={[TAGS.paper]} />
      <PageHead
        title={`${heading}${page > 1 ? `, page ${page}` : ""} | ${paper.name}`}
        description={`What ${paper.name} published on ${heading}.`}
        origin={env.publicOrigin}
        address={address}
        noindex={stories.length === 0}
      />
      <JsonLd value={collectionPage({ name: heading, address, crumbs }, stories, env.publicOrigin)} />
      <Frame sections={sections}>
        <ListPage
          heading={heading}
          over={wayOf(way)}
          address={path}
          stories={layOutList(stories, page)}
          page={page}
          more={more}
        >
          <BesideLinks before={before && placeOf(before)} after={after && placeOf(after)} />
        </ListPage>
      </Frame>
    </>
  )
}

const placeOf = (at: Date) => ({ name: longDayOf(at), address: dayAddress(dayAt(at)) })
