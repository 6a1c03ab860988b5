import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { paper } from "../paper"
import { PAGE_LENGTH } from "../story/listed"
import { keysBetween } from "./entry"
import { FACETS, facetsRow } from "./facets.server"
import type { Facets, Total } from "./found"
import { inAnyLanguage, type Reading } from "./tsquery.server"

export type Ranked = { total: Total; ids: string[]; facets: Facets }

type Narrowing = {
  /** days, the first and the one after the last */
  after: string | null
  before: string | null
  year: number | null
  /** is there no word and no name to look for, only days? */
  onlyTimes: boolean
  page: number
  now: Date
}

/** Of common words the newest so many stories are ranked, and those whose headline, standfirst or names hold the words. */
const NEAR = 1_000
const FOREMOST = 400
/** Where a phrase or a language leaves too few of them, so many are looked through. */
const FAR = 20_000
/** Where common words are looked for first: among so many of the newest stories, or a few more. */
const RECENT = 8_000
/** Of rarer words so many more than would be just enough if they were spread evenly. */
const SPARE = 1.5
/** Beyond that it costs as much as to look everywhere. */
const MOST_RECENT = 100_000

export const NOTHING: Ranked = {
  total: { stories: 0, only: false },
  ids: [],
  facets: { section: [], topic: [], author: [], year: [] },
}

/** Counts, orders and sorts by facets what matches, of live stories alone. */
export async function rank(readings: readonly Reading[], narrowing: Narrowing): Promise<Ranked> {
  if (readings.length === 0 && !narrowing.onlyTimes) return NOTHING
  const all = readings.length ? inAnyLanguage(readings) : null
  const everywhere = { newest: all, foremost: all }
  const looks = all === null ? null : await recentLooks(all, narrowing)
  const near = looks && (await rankWithin(NEAR, looks, readings, narrowing))
  const enough = near?.total.only ? near : await rankWithin(NEAR, everywhere, readings, narrowing)
  if (!enough.total.only || enough.total.stories >= narrowing.page * PAGE_LENGTH) return enough
  return rankWithin(FAR, everywhere, readings, narrowing)
}

/** What the two indexes are asked; null: any story. */
type Looks = { newest: string | null; foremost: string | null }

/**
 * The same, of the time alone in which the newest stories are (and five times as long ago for the foremost), where that
 * probably holds as many as are ranked: so a word that half of the archive holds reads no half of the archive. Null: look
 * everywhere, for the word is rare.
 */
async function recentLooks(everywhere: string, narrowing: Narrowing): Promise<Looks | null> {
  const recent = await within(everywhere, RECENT, narrowing)
  if (!recent) return null
  const held = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "SearchEntry" WHERE words @@ ${recent.newest}::tsquery
      ${between(narrowing.after, narrowing.before)} LIMIT ${NEAR}`
  if (held.length === NEAR) return recent
  const enough = Math.ceil((RECENT * NEAR * SPARE) / Math.max(1, held.length))
  return enough <= MOST_RECENT ? within(everywhere, enough, narrowing) : null
}

/** Looks at so many of the newest stories, at least; null where there are fewer. */
async function within(everywhere: string, stories: number, { before, year, now }: Narrowing): Promise<Looks | null> {
  const end = before ?? (year === null ? null : `${year + 1}-01-01`)
  const until = end === null ? Prisma.sql`true` : Prisma.sql`"publishedAt" < ${midnight(end)}`
  const [first] = await db.$queryRaw<{ publishedAt: Date }[]>`
    SELECT "publishedAt" FROM "SearchEntry" WHERE ${until} ORDER BY "publishedAt" DESC OFFSET ${stories} LIMIT 1`
  if (!first) return null
  const last = end === null ? now : new Date(end)
  const from = (past: number) => {
    const since = new Date(last.getTime() - past * (last.getTime() - first.publishedAt.getTime()))
    const keys = keysBetween(since, last).map((key) => `'${key}'`)
    return `(${everywhere}) & (${keys.join(" | ")})`
  }
  return { newest: from(1), foremost: from(5) }
}

const row = facetsRow.extend({ stories: z.number(), looked: z.number(), ids: z.array(z.string()) })

async function rankWithin(
  width: number,
  { newest, foremost }: Looks,
  readings: readonly Reading[],
  narrowing: Narrowing,
): Promise<Ranked> {
  const { page, now } = narrowing
  const asksWords = readings.some(({ words }) => words !== "")
  const [found] = await db.$queryRaw<unknown[]>`
    WITH newest AS MATERIALIZED (${candidates("words", newest, width, narrowing)}),
      foremost AS MATERIALIZED (${candidates("top", foremost, asksWords ? FOREMOST : 0, narrowing)}),
      near AS (SELECT * FROM newest UNION ALL
        SELECT * FROM foremost f WHERE NOT EXISTS (SELECT 1 FROM newest n WHERE n."storyId" = f."storyId")),
      found AS MATERIALIZED (
        SELECT e."storyId" AS id, e.section, e.topics, e.people, e.year, e."publishedAt", ${score(now)} AS score
        FROM near e ${ownLanguage(readings)}
          AND EXISTS (SELECT FROM "Story" s WHERE s."liveId" = e."versionId"))
    SELECT (SELECT count(*)::int FROM found) AS stories, (SELECT count(*)::int FROM newest) AS looked,
      ARRAY(SELECT id FROM found ORDER BY score DESC, "publishedAt" DESC, id LIMIT ${PAGE_LENGTH} OFFSET ${(page - 1) * PAGE_LENGTH}) AS ids,
      ${FACETS}`
  const { stories, looked, ids, ...facets } = row.parse(found)
  return { total: { stories, only: looked === width }, ids, facets }
}

/**
 * The newest entries that hold the words, by an index. Their rows are small, for the words themselves stand elsewhere. The
 * fence (OFFSET 0) keeps the planner from walking the archive by date instead and reading the words of each.
 */
function candidates(column: "words" | "top", look: string | null, most: number, { after, before }: Narrowing) {
  const holds = look === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(column)} @@ ${look}::tsquery`
  return Prisma.sql`SELECT * FROM (
      SELECT "storyId", "versionId", language, section, topics, people, year, "publishedAt", top, words
      FROM "SearchEntry" WHERE ${holds} ${between(after, before)} OFFSET 0
    ) held ORDER BY "publishedAt" DESC, "storyId" LIMIT ${most}`
}

const between = (after: string | null, before: string | null) => Prisma.sql`
  ${after === null ? Prisma.empty : Prisma.sql`AND "publishedAt" >= ${midnight(after)}`}
  ${before === null ? Prisma.empty : Prisma.sql`AND "publishedAt" < ${midnight(before)}`}`

/** A day begins when the paper's clock says so. */
const midnight = (day: string) => Prisma.sql`(${day}::text::timestamp AT TIME ZONE ${paper.timeZone})`

/** Each story is held against the question as its own language reads it. */
function ownLanguage(readings: readonly Reading[]) {
  if (readings.length === 0) return Prisma.sql`CROSS JOIN (SELECT ''::tsquery AS words) asked WHERE true`
  const column = (name: keyof Reading) => readings.map((reading) => reading[name])
  return Prisma.sql`JOIN (SELECT language, own::tsquery, words::tsquery
      FROM unnest(${column("language")}::text[], ${column("own")}::text[], ${column("words")}::text[]) r(language, own, words)) asked
    ON asked.language = e.language WHERE e.words @@ asked.own`
}

/**
 * Words of the headline weigh most, then of names and crossheads and of the standfirst, then of the body; longer texts a little
 * less. All the words above the body are worth twice. A new story weighs up to a fifth more than an old one.
 */
const score = (now: Date) => Prisma.sql`
  ts_rank('{0.05, 0.3, 0.4, 1}', e.words, asked.words, 1)
  * (CASE WHEN numnode(asked.words) > 0 AND e.top @@ asked.words THEN 2 ELSE 1 END)
  * (1 + 0.2 * exp(-greatest(0, extract(epoch FROM ${now}::timestamptz - e."publishedAt")) / (365 * 86400)))`
