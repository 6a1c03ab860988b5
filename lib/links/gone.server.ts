import "server-only"
import { z } from "zod"
import { db, Prisma, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import type { Refusal } from "../story/acts"
import { databaseTime, transaction } from "../transaction.server"

const DAYS = 7
const LONGEST = 365

/** After so many days the links to a page that is gone are taken off public pages; 0: never. */
export async function findGoneDays(): Promise<number> {
  const row = await db.outsideManner.findUnique({ where: { id: 1 } })
  return row?.goneDays ?? DAYS
}

export async function setGoneDays(actor: Person, days: number): Promise<{ done: string } | Refusal> {
  if (!can(actor, "links"))
    return { refused: "Only an administrator says when links are taken off.", because: "no right" }
  if (!Number.isInteger(days) || days < 0 || days > LONGEST)
    return { refused: `Give a whole number of days from 0 to ${LONGEST}; 0 is never.`, because: "bad input" }
  await transaction(async (tx) => {
    await tx.outsideManner.upsert({ where: { id: 1 }, create: { id: 1, goneDays: days }, update: { goneDays: days } })
    await settleGone(tx, actor.id)
  })
  return { done: days ? "It is saved, and holds for every link." : "It is saved. No link is taken off by itself." }
}

const counted = z.tuple([z.object({ gone: z.number(), off: z.number() })])

/** Links whose page is gone, and how many of all links readers do not see for it. */
export async function countGone(): Promise<{ gone: number; off: number }> {
  const [counts] = counted.parse(
    await db.$queryRaw`
      SELECT count(*)::int AS gone, count(l."takenOffAt")::int AS off
      FROM "OutsidePage" p JOIN "OutsideLink" l ON l.url = p.url WHERE p.state = 'gone'`,
  )
  return counts
}

const changed = z.array(z.object({ id: z.string() }))
const since = (days: number) =>
  Prisma.sql`${days} > 0 AND p.state = 'gone' AND p.since <= now() - make_interval(days => ${days})`

/**
 * Takes links off public pages whose page is gone for long enough, and brings back those whose page lives again: each in one event, from
 * which every page that has such a link is made again.
 */
export async function settleGone(tx: Transaction, actorId: string | null = null): Promise<void> {
  const at = await databaseTime(tx)
  const row = await tx.outsideManner.findUnique({ where: { id: 1 } })
  const isOut = since(row?.goneDays ?? DAYS)
  const off = await tx.$queryRaw`
    UPDATE "OutsideLink" l SET "takenOffAt" = ${at}::timestamptz FROM "OutsidePage" p
    WHERE p.url = l.url AND l."takenOffAt" IS NULL AND ${isOut} RETURNING l.id`
  const back = await tx.$queryRaw`
    UPDATE "OutsideLink" l SET "takenOffAt" = NULL
    WHERE l."takenOffAt" IS NOT NULL AND NOT EXISTS (
      SELECT FROM "OutsidePage" p WHERE p.sha256 = sha256(convert_to(l.url, 'UTF8')) AND ${isOut})
    RETURNING l.id`
  for (const [rows, note] of [
    [off, "taken off: its page is gone"],
    [back, "back: its page lives"],
  ] as const) {
    const tags = changed.parse(rows).map(({ id }) => TAGS.link(id))
    if (tags.length) await announce(tx, { what: "links", tags, actorId, at, note })
  }
}
