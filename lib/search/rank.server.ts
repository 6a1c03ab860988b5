import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { paper } from "../paper"
import { PAGE_LENGTH } from "../story/listed"
import type { Facets, Total } from "./found"
import { inAnyLanguage, type Reading } from "./tsquery.server"

export type Ranked = { total: Total; ids: string[]; facets: Facets }

type Narrowing = { after: string | null; before: string | null; onlyTimes: boolean; page: number; now: Date }

/** Of common words the newest so many stories are ranked, and those whose headline, standfirst or names hold the words. */
const NEAR = 1_000
const FOREMOST = 400
/** Where a phrase or a language leaves too few of them, so many are looked through. */
const FAR = 20_000

export const NOTHING: Ranked = {
  total: { stories: 0, only: false },
  ids: [],
  facets: { section: [], topic: [], author: [], year: [] },
}

/** Counts, orders and sorts by facets what matches, of live stories alone. */
export async function rank(readings: readonly Reading[], narrowing: Narrowing): Promise<Ranked> {
  if (readings.length === 0 && !narrowing.onlyTimes) return NOTHING
  const near = await rankWithin(NEAR, readings, narrowing)
  const isFew = near.total.only && near.total.stories < narrowing.page * PAGE_LENGTH
  return isFew ? rankWithin(FAR, readings, narrowing) : near
}

const facet = z.array(z.object({ value: z.string(), name: z.string(), stories: z.number() }))
const row = z.object({
  stories: z.number(),
  looked: z.number(),
  ids: z.array(z.string()),
  ...{ section: facet, topic: facet, author: facet, year: facet },
})

async function rankWithin(width: number, readings: readonly Reading[], narrowing: Narrowing): Promise<Ranked> {
  const { page, now } = narrowing
  const [found] = await db.$queryRaw<unknown[]>`
    WITH newest AS MATERIALIZED (${candidates("words", width, readings, narrowing)}),
      foremost AS MATERIALIZED (${candidates("top", FOREMOST, readings, narrowing)}),
      near AS (SELECT "storyId" FROM newest UNION SELECT "storyId" FROM foremost),
      found AS MATERIALIZED (
        SELECT e."storyId" AS id, e.section, e.topics, e.people, e.year, e."publishedAt", ${score(now)} AS score
        FROM near JOIN "SearchEntry" e USING ("storyId")
        JOIN "Story" s ON s.id = e."storyId" AND s."liveId" = e."versionId"
        ${ownLanguage(readings)})
    SELECT (SELECT count(*)::int FROM found) AS stories, (SELECT count(*)::int FROM newest) AS looked,
      ARRAY(SELECT id FROM found ORDER BY score DESC, "publishedAt" DESC, id LIMIT ${PAGE_LENGTH} OFFSET ${(page - 1) * PAGE_LENGTH}) AS ids,
      ${FACETS}`
  const { stories, looked, ids, ...facets } = row.parse(found)
  return { total: { stories, only: looked === width }, ids, facets }
}

/** The newest entries that hold the words, by an index. A small row stands for each, so that 100,000 of them are few pages. */
const candidates = (
  column: "words" | "top",
  most: number,
  readings: readonly Reading[],
  { after, before }: Narrowing,
) =>
  Prisma.sql`SELECT "storyId" FROM "SearchEntry" WHERE ${
    readings.length ? Prisma.sql`${Prisma.raw(column)} @@ ${inAnyLanguage(readings)}::tsquery` : Prisma.sql`true`
  } ${after === null ? Prisma.empty : Prisma.sql`AND "publishedAt" >= ${midnight(after)}`}
  ${before === null ? Prisma.empty : Prisma.sql`AND "publishedAt" < ${midnight(before)}`}
  ORDER BY "publishedAt" DESC, "storyId" LIMIT ${most}`

/** A day begins when the paper's clock says so. */
const midnight = (day: string) => Prisma.sql`(${day}::text::timestamp AT TIME ZONE ${paper.timeZone})`

/** Each story is held against the question as its own language reads it. */
function ownLanguage(readings: readonly Reading[]) {
  if (readings.length === 0) return Prisma.sql`CROSS JOIN (SELECT ''::tsquery AS words) asked`
  const column = (name: keyof Reading) => readings.map((reading) => reading[name])
  return Prisma.sql`JOIN (SELECT language, own::tsquery, words::tsquery
      FROM unnest(${column("language")}::text[], ${column("own")}::text[], ${column("words")}::text[]) r(language, own, words)) asked
    ON asked.language = e.language WHERE e.words @@ asked.own`
}

/**
 * Words of the headline weigh most, then of the standfirst, of names and crossheads, of the body; longer texts a little less.
 * All the words above the body are worth more than the same words scattered. A new story weighs up to a fifth more than an old one.
 */
const score = (now: Date) => Prisma.sql`
  ts_rank('{0.05, 0.3, 0.4, 1}', e.words, asked.words, 1)
  * (CASE WHEN numnode(asked.words) > 0 AND e.top @@ asked.words THEN 2 ELSE 1 END)
  * (1 + 0.2 * exp(-greatest(0, extract(epoch FROM ${now}::timestamptz - e."publishedAt")) / (365 * 86400)))`

const MOST = Prisma.sql`ORDER BY stories DESC, name, value LIMIT 10`

const facetOf = (name: string, from: Prisma.Sql) => Prisma.sql`
  ARRAY(SELECT jsonb_build_object('value', value, 'name', name, 'stories', stories)
    FROM (SELECT value, name, count(*)::int AS stories FROM (${from}) each GROUP BY value, name ${MOST}) counted) AS ${Prisma.raw(name)}`

const FACETS = Prisma.join(
  [
    facetOf(
      "section",
      Prisma.sql`SELECT section AS value, coalesce(c.name, section) AS name FROM found LEFT JOIN "Section" c ON c.slug = section`,
    ),
    facetOf(
      "topic",
      Prisma.sql`SELECT t.slug AS value, t.name FROM found, unnest(topics) topic JOIN "Topic" t ON t.slug = topic`,
    ),
    facetOf(
      "author",
      Prisma.sql`SELECT p.slug AS value, p.name FROM found, unnest(people) person JOIN "Person" p ON p.id = person`,
    ),
    facetOf("year", Prisma.sql`SELECT year::text AS value, year::text AS name FROM found`),
  ],
  ", ",
)
