import "server-only"
import { db, Prisma } from "../db.server"
import { holding } from "../text"
import { dueBefore, type NewslistFilter } from "./newslist"
import { BELIEVED } from "./presence"

/** What the newslist looks for words in: as the index has it. */
export const WORDS = Prisma.sql`(s.headline || ' ' || s.standfirst || ' ' || s.slug)`

/** Which stories (`s`) fit a filter, whatever page of it is asked for. `me` is who asks. */
export async function fitting({ status, section, q, who, due }: NewslistFilter, me: string): Promise<Prisma.Sql> {
  const words = q?.split(/\s+/).filter(Boolean).slice(0, 10) ?? []
  const all = [
    ...(status ? [Prisma.sql`s.status = ${status}`] : []),
    ...(section ? [Prisma.sql`s.section = ${section}`] : []),
    ...words.map((word) => Prisma.sql`${WORDS} ILIKE ${`%${holding(word).contains}%`}`),
    ...(who ? [workedOnBy(await peopleNamed(who, me))] : []),
    ...(due ? [isDue(due)] : []),
  ]
  return all.length ? Prisma.join(all, " AND ") : Prisma.sql`true`
}

/** So many people of a name are looked at. */
const NAMESAKES = 50

async function peopleNamed(who: string, me: string): Promise<string[]> {
  if (who.toLowerCase() === "me") return [me]
  const words = who.split(/\s+/).slice(0, 10)
  const where = { AND: words.map((word) => ({ name: holding(word) })) }
  return (await db.person.findMany({ where, select: { id: true }, take: NAMESAKES })).map(({ id }) => id)
}

/** Who started it, stands in its byline, wrote in it, or has it open. */
function workedOnBy(people: readonly string[]): Prisma.Sql {
  if (people.length === 0) return Prisma.sql`false`
  const ids = Prisma.sql`${[...people]}::uuid[]`
  const bylines = people.map((personId) => JSON.stringify([{ personId }]))
  return Prisma.sql`s.id IN (
    SELECT id FROM "Story" WHERE "createdById" = ANY(${ids})
    UNION SELECT id FROM "Story" WHERE byline @> ANY(${bylines}::jsonb[])
    UNION SELECT "storyId" FROM "Checkpoint" WHERE "byId" = ANY(${ids})
    UNION SELECT "storyId" FROM "Presence" WHERE "personId" = ANY(${ids})
      AND "seenAt" > now() - ${BELIEVED} * interval '1 millisecond')`
}

// As dueOf() in newslist.ts tells it.
const PUBLISHES = Prisma.sql`(CASE WHEN s.status IN ('scheduled', 'published') THEN s."publishAt" END)`
const EMBARGO = Prisma.sql`(CASE WHEN s.status IN ('draft', 'filed', 'scheduled') AND s."embargoUntil" > now() THEN s."embargoUntil" END)`
const WITHDRAWAL = Prisma.sql`(CASE WHEN s.status NOT IN ('withdrawn', 'spiked') THEN s."withdrawAt" END)`
/** The condition of the index of what is planned. */
const PLANNED = Prisma.sql`(s."publishAt" IS NOT NULL OR s."embargoUntil" IS NOT NULL OR s."withdrawAt" IS NOT NULL)`

function isDue(due: NonNullable<NewslistFilter["due"]>): Prisma.Sql {
  if (due === "changes") return Prisma.sql`s."liveId" IS NOT NULL AND s.revision <> s."liveRevision"`
  if (due === "embargo") return Prisma.sql`${PLANNED} AND ${EMBARGO} IS NOT NULL`
  if (due === "withdrawal") return Prisma.sql`${PLANNED} AND ${WITHDRAWAL} IS NOT NULL`
  const before = dueBefore(due, new Date())
  const at = Prisma.sql`least(${PUBLISHES}, ${EMBARGO}, ${WITHDRAWAL})`
  return before ? Prisma.sql`${PLANNED} AND ${at} < ${before}` : Prisma.sql`${PLANNED} AND ${at} IS NOT NULL`
}
