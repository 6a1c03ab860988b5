import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { WORDS } from "../story/newslist-where.server"
import { relatedItem } from "../story/story"
import { holding } from "../text"
import type { ChangeLine } from "./bulk"
import { differenceOf, sayDifference } from "./lists"
import { namer } from "./plan.server"
import { sumsOf } from "./sums.server"

/** What narrows the list: one story, words of stories, or one batch; `before` is the line below which it goes on. */
export type ChangesAsked = { story: string | null; words: string; batch: string | null; before: string | null }

const MOST = 50
const row = z.object({
  ...{ id: z.string(), batch: z.boolean(), what: z.string(), by: z.string(), at: z.date(), stories: z.number() },
  ...{ storyId: z.string().nullable(), headline: z.string().nullable(), undoneBy: z.string().nullable() },
  ...{ before: z.array(relatedItem).nullable(), after: z.array(relatedItem).nullable() },
  about: z.array(z.union([z.object({ story: z.string() }), z.object({ link: z.string() })])).nullable(),
})

/** The changes, newest first; `next` is the id to go on below, null at the end. */
export async function findChanges(asked: ChangesAsked): Promise<{ lines: ChangeLine[]; next: string | null }> {
  const rows = z.array(row).parse(await db.$queryRaw`${await queryOf(asked)} LIMIT ${MOST + 1}`)
  const shown = rows.slice(0, MOST)
  const [nameOf, sums] = await Promise.all([
    namer(shown.flatMap(({ before, after, about }) => [...(before ?? []), ...(after ?? []), ...(about ?? [])])),
    sumsOf(shown.flatMap(({ id, batch, about }) => (batch && !about?.length ? id : []))),
  ])
  const lines = shown.map(({ before, after, about, storyId, headline, ...line }) => ({
    ...line,
    story: storyId === null ? null : { id: storyId, headline: headline ?? "" },
    said:
      before && after
        ? sayDifference(differenceOf(before, after), nameOf)
        : (sums.get(line.id) ??
          sayAbout(
            line.what,
            (about ?? []).map((target) => `“${nameOf(target)}”`),
          )),
  }))
  return { lines, next: rows.length > MOST ? (shown.at(-1)?.id ?? null) : null }
}

function sayAbout(what: string, names: readonly string[]): string {
  const [out, into] = names
  if (what === "replace" && into) return `${out} by ${into}`
  const more = names.length - 3
  return [...names.slice(0, 3), ...(more > 0 ? [`${more} more`] : [])].join(", ")
}

async function queryOf({ story, words, batch, before }: ChangesAsked): Promise<Prisma.Sql> {
  const from = before ? await momentOf(before) : null
  const below = from ? Prisma.sql`(x.at, x.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : Prisma.sql`true`
  const order = Prisma.sql`ORDER BY x.at DESC, x.id DESC`
  const each = words.split(/\s+/).filter(Boolean).slice(0, 10)
  // Of one story, or of one batch, its parts are shown; of all, a batch is one line.
  const one = [
    ...(story ? [Prisma.sql`x."storyId" = ${story}::uuid`] : []),
    ...(batch ? [Prisma.sql`x."batchId" = ${batch}::uuid`] : []),
    ...each.map((word) => Prisma.sql`${WORDS} ILIKE ${`%${holding(word).contains}%`}`),
  ]
  const changes = (where: Prisma.Sql) => Prisma.sql`
    SELECT x.id, false AS batch, x.what, p.name AS by, x.at, 1 AS stories, x."storyId", s.headline, ${undoneBy} AS "undoneBy",
      x.before, x.after, NULL::jsonb AS about
    FROM "RelatedChange" x JOIN "Story" s ON s.id = x."storyId" JOIN "Person" p ON p.id = x."byId"
    WHERE ${where} AND ${below}`
  if (one.length) return Prisma.sql`${changes(Prisma.join(one, " AND "))} ${order}`
  return Prisma.sql`
    SELECT * FROM (
      (${changes(Prisma.sql`x."batchId" IS NULL`)} ${order} LIMIT ${MOST + 1})
      UNION ALL
      (SELECT x.id, true, x.what, p.name, x.at, (SELECT count(*)::int FROM "RelatedChange" c WHERE c."batchId" = x.id),
        NULL, NULL, ${undoneBy}, NULL, NULL, x.about
      FROM "RelatedBatch" x JOIN "Person" p ON p.id = x."byId"
      WHERE ${below} AND EXISTS (SELECT FROM "RelatedChange" c WHERE c."batchId" = x.id) ${order} LIMIT ${MOST + 1})
    ) x ${order}`
}

const undoneBy = Prisma.sql`(SELECT u.name FROM "RelatedBatch" b JOIN "Person" u ON u.id = b."byId"
  WHERE b.undoes = x.id ORDER BY b.at DESC LIMIT 1)`

async function momentOf(id: string): Promise<{ at: Date; id: string } | null> {
  const [batch, change] = await Promise.all([
    db.relatedBatch.findUnique({ where: { id }, select: { id: true, at: true } }),
    db.relatedChange.findUnique({ where: { id }, select: { id: true, at: true } }),
  ])
  return batch ?? change
}
