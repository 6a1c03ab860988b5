import "server-only"
import { z } from "zod"
import { countStoredWords } from "../blocks/stored"
import { db, Prisma } from "../db.server"
import type { NewslistFilter } from "./newslist"
import type { NewslistItem } from "./newslist-line"
import { fitting } from "./newslist-where.server"
import { BELIEVED } from "./presence"
import { byline, CHANGES, hasUnpublishedChanges, LANGUAGES, namesOf, STATUSES } from "./story"

export type Newslist = { items: NewslistItem[]; next: string | null; total: number }
type Asked = NewslistFilter & { limit?: number }

/** What the desk has in hand, last changed first. `next` is the cursor of the page after this one; `me` is who asks. */
export async function findNewslist({ cursor, limit = 50, ...filter }: Asked, me: string): Promise<Newslist> {
  const where = await fitting(filter, me)
  const after = cursor ? afterCursor(cursor) : Prisma.sql`true`
  const { total, ids } = await (filter.who ? findTogether : findApart)(where, after, limit + 1)
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${COLUMNS} FROM "Story" s WHERE s.id = ANY(${ids}::uuid[]) ORDER BY s."changedAt" DESC, s.id DESC`
  const found = await itemsOf(rows)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: found.length > limit && last ? `${last.changedAt.getTime()}_${last.id}` : null,
    total,
  }
}

type Fitting = { total: number; ids: string[] }

/** How many fit, and which are shown: the index of what changed last leads to these, and the others are only counted. */
async function findApart(where: Prisma.Sql, after: Prisma.Sql, most: number): Promise<Fitting> {
  const [[{ total }], rows] = await Promise.all([
    db.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS total FROM "Story" s WHERE ${where}`,
    db.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM "Story" s WHERE ${where} AND ${after} ORDER BY s."changedAt" DESC, s.id DESC LIMIT ${most}`,
  ])
  return { total, ids: rows.map(({ id }) => id) }
}

/** The same where it is dear to find out what fits, and so is done once. */
async function findTogether(where: Prisma.Sql, after: Prisma.Sql, most: number): Promise<Fitting> {
  const [found] = await db.$queryRaw<[Fitting]>`
    WITH fit AS MATERIALIZED (SELECT s.id, s."changedAt" FROM "Story" s WHERE ${where})
    SELECT (SELECT count(*)::int FROM fit) AS total,
      ARRAY(SELECT s.id FROM fit s WHERE ${after} ORDER BY s."changedAt" DESC, s.id DESC LIMIT ${most}) AS ids`
  return found
}

/** What changed of a newslist since a moment: stories that fit, and those that are shown, whether or not they still `fit`; who has which of these open. */
type News = {
  /** what to ask from next */
  at: Date
  items: (NewslistItem & { fits: boolean })[]
  /** more changed than is told: ask for the list again */
  more: boolean
  /** names, by the story's id */
  open: Record<string, string[]>
}

const MOST = 100
/** A change is dated when it is decided, and seen when it is committed: at most so many seconds later (lib/transaction.server.ts). */
const OVERLAP = 16

/** The same story is told again in the seconds after it changed: whoever asks knows its revision. `shown`: what is on the screen, by id. */
export async function findNews(
  since: Date,
  filter: NewslistFilter,
  shown: readonly string[],
  me: string,
): Promise<News> {
  const where = await fitting(filter, me)
  const ids = Prisma.sql`${[...shown]}::uuid[]`
  const [[clock], rows, open] = await Promise.all([
    db.$queryRaw<[{ at: Date }]>`SELECT now() AS at`,
    db.$queryRaw<unknown[]>`
      SELECT ${COLUMNS}, (${where}) AS fits FROM "Story" s
      WHERE s."changedAt" > ${since}::timestamptz - ${OVERLAP} * interval '1 second' AND ((${where}) OR s.id = ANY(${ids}))
      ORDER BY s."changedAt" DESC, s.id DESC LIMIT ${MOST + 1}`,
    db.$queryRaw<{ storyId: string; names: string[] }[]>`
      SELECT h."storyId", array_agg(DISTINCT p.name ORDER BY p.name) AS names FROM "Presence" h JOIN "Person" p ON p.id = h."personId"
      WHERE h."storyId" = ANY(${ids}) AND ${PRESENT} GROUP BY 1`,
  ])
  const items = await itemsOf(rows)
  const fits = z.array(z.object({ fits: z.boolean() })).parse(rows)
  return {
    at: clock.at,
    items: items.slice(0, MOST).map((item, index) => ({ ...item, fits: fits[index]?.fits === true })),
    more: items.length > MOST,
    open: Object.fromEntries(open.map(({ storyId, names }) => [storyId, names])),
  }
}

/** The database's time: what a list that is read after it is asked on from. */
export async function presentMoment(): Promise<Date> {
  const [row] = await db.$queryRaw<[{ at: Date }]>`SELECT now() AS at`
  return row.at
}

const cursorShape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()])

/** Is this a cursor that a newslist gave? */
export const isCursor = (cursor: string) => cursorShape.safeParse(cursor.split("_")).success

function afterCursor(cursor: string): Prisma.Sql {
  const parsed = cursorShape.safeParse(cursor.split("_"))
  if (!parsed.success) return Prisma.sql`true`
  const [time, id] = parsed.data
  return Prisma.sql`(s."changedAt", s.id) < (${new Date(time)}::timestamptz, ${id}::uuid)`
}

const PRESENT = Prisma.sql`h."seenAt" > now() - ${BELIEVED} * interval '1 millisecond' AND p."disabledAt" IS NULL`

/** What is shown of a story (`s`), but for its length: the body is the largest part of it. */
const COLUMNS = Prisma.sql`
  s.id, s.revision, s.status, s.headline, s.section, s.language, s.byline, s."changedAt", s."publishAt", s."changeAs",
  s."embargoUntil", s."withdrawAt", s."firstPublishedAt", s."liveId", s."liveRevision",
  coalesce(
    (SELECT p.name FROM "Checkpoint" c JOIN "Person" p ON p.id = c."byId" WHERE c."storyId" = s.id ORDER BY c.revision DESC LIMIT 1),
    (SELECT p.name FROM "Person" p WHERE p.id = s."createdById"), '') AS "lastBy",
  ARRAY(SELECT DISTINCT p.name FROM "Presence" h JOIN "Person" p ON p.id = h."personId" WHERE h."storyId" = s.id AND ${PRESENT}
    ORDER BY 1) AS "openBy"`

/** Read with patience: one story that another release has written must not take the list with it. */
const row = z.object({
  ...{ id: z.string(), revision: z.number(), status: z.enum(STATUSES), headline: z.string(), section: z.string() },
  ...{ language: z.enum(LANGUAGES), byline: byline.catch([]), changedAt: z.date(), publishAt: z.date().nullable() },
  ...{ changeAs: z.enum(CHANGES).nullable().catch(null), embargoUntil: z.date().nullable() },
  ...{ withdrawAt: z.date().nullable(), firstPublishedAt: z.date().nullable() },
  ...{ liveId: z.string().nullable(), liveRevision: z.number().nullable() },
  ...{ lastBy: z.string(), openBy: z.array(z.string()) },
})

async function itemsOf(found: unknown[]): Promise<NewslistItem[]> {
  const rows = z.array(row).parse(found)
  const words = await wordsOf(rows)
  return rows.map(({ liveId, liveRevision, byline, ...item }, index) => ({
    ...item,
    byline: namesOf(byline),
    live: liveId !== null,
    unpublished: hasUnpublishedChanges({ liveId, liveRevision, revision: item.revision }),
    words: words[index] ?? 0,
  }))
}

type Counted = { id: string; revision: number }

/** How long a story was at a revision: bodies are large, and are read once. The oldest are forgotten first. */
const counted = new Map<string, number>()
const REMEMBERED = 50_000

async function wordsOf(stories: readonly Counted[]): Promise<number[]> {
  const keyOf = ({ id, revision }: Counted) => `${id} ${revision}`
  const unknown = stories.filter((story) => !counted.has(keyOf(story))).map(({ id }) => id)
  const fresh = new Map<string, number>()
  if (unknown.length) {
    const rows = await db.story.findMany({
      where: { id: { in: unknown } },
      select: { id: true, revision: true, body: true },
    })
    // Saved again since: what was counted is of the newer text, and is kept as that.
    for (const story of rows) {
      const words = countStoredWords(story.body)
      fresh.set(story.id, words)
      counted.set(keyOf(story), words)
    }
  }
  const told = stories.map((story) => counted.get(keyOf(story)) ?? fresh.get(story.id) ?? 0)
  for (const key of counted.keys()) {
    if (counted.size <= REMEMBERED) break
    counted.delete(key)
  }
  return told
}
