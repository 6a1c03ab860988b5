import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { findListed, findSectionNames } from "../story/listed.server"
import type { Range } from "./days"

const times = z.array(z.object({ at: z.date() }))
const live = Prisma.sql`"Version" v JOIN "Story" s ON s."liveId" = v.id`

async function nearest(where: Prisma.Sql, order: Prisma.Sql): Promise<Date | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT v."publishedAt" AS at FROM ${live} WHERE ${where} ORDER BY v."publishedAt" ${order} LIMIT 1`
  return times.parse(rows)[0]?.at ?? null
}

/** When the first live story was published, and when the last; null in a paper that has none. */
export async function findSpan(): Promise<{ first: Date; last: Date } | null> {
  const [first, last] = await Promise.all([
    nearest(Prisma.sql`true`, Prisma.sql`ASC`),
    nearest(Prisma.sql`true`, Prisma.sql`DESC`),
  ])
  return first && last && { first, last }
}

/** When live stories were published last before this, and first after it. */
export async function findAround({ from, to }: Range): Promise<{ before: Date | null; after: Date | null }> {
  const [before, after] = await Promise.all([
    nearest(Prisma.sql`v."publishedAt" < ${from}`, Prisma.sql`DESC`),
    nearest(Prisma.sql`v."publishedAt" >= ${to}`, Prisma.sql`ASC`),
  ])
  return { before, after }
}

const places = z.array(z.object({ place: z.coerce.number() }))

/** Which of these have live stories: looks for one in each, and counts none. */
export async function findWithStories<R extends Range>(ranges: readonly R[]): Promise<R[]> {
  const [from, to] = [ranges.map((range) => range.from), ranges.map((range) => range.to)]
  const rows = await db.$queryRaw<unknown[]>`
    SELECT asked.place FROM unnest(${from}::timestamptz[], ${to}::timestamptz[]) WITH ORDINALITY asked("from", "to", place)
    CROSS JOIN LATERAL (
      SELECT FROM ${live} WHERE v."publishedAt" >= asked."from" AND v."publishedAt" < asked."to"
      ORDER BY v."publishedAt" LIMIT 1
    ) found`
  const found = new Set(places.parse(rows).map(({ place }) => place))
  return ranges.filter((_, index) => found.has(index + 1))
}

/** A page of the live stories that were published in this time, newest first. */
export async function findPublished({ from, to }: Range, page: number) {
  const holds = Prisma.sql`v."publishedAt" >= ${from} AND v."publishedAt" < ${to}`
  const [listed, sections] = await Promise.all([findListed(holds, page), findSectionNames()])
  return { ...listed, sections }
}
