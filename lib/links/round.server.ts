import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import type { Payload } from "../jobs/payloads"
import { transaction } from "../transaction.server"
import { hostOf } from "./elsewhere"
import type { Around } from "./fetch.server"
import { settleGone } from "./gone.server"
import { look, standingOf } from "./pages.server"
import { isWanted } from "./states"

/** Seconds between two rounds, and so many pages are taken up in each. */
export const ROUND = 600
const MOST = 300
/** Seconds between two pages of one host, a little more than it is left in peace. */
const APART = 15

/**
 * The round of outside links: pages that are due get a job each, those of one host one after the other. Links to pages that are gone for long
 * enough are taken off, and what nobody links to any more is forgotten after a while.
 */
export async function goRound(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "OutsidePage" (sha256, url)
    SELECT DISTINCT ON (key) key, url FROM (SELECT sha256(convert_to(url, 'UTF8')) AS key, url FROM "OutsideLink") link
    WHERE NOT EXISTS (SELECT FROM "OutsidePage" p WHERE p.sha256 = link.key)
    ON CONFLICT DO NOTHING`
  await forget()
  await transaction((tx) => settleGone(tx))
  await queueDue()
}

async function queueDue() {
  const due = await db.outsidePage.findMany({
    where: { nextAt: { lte: new Date() } },
    orderBy: { nextAt: "asc" },
    take: MOST,
    omit: { picture: true },
  })
  const links = await findLinksTo(due.map(({ url }) => url))
  const now = new Date()
  const turns = new Map<string, number>()
  const slot = Math.floor(now.getTime() / 1_000 / ROUND)
  const later: Uint8Array<ArrayBuffer>[] = []
  for (const page of due) {
    const link = links.get(page.url)
    if (!link || !isWanted({ ...standingOf({ ...page, picture: null }), checkedAt: page.checkedAt }, link.live, now)) {
      later.push(page.sha256)
      continue
    }
    const host = hostOf(new URL(page.url))
    const turn = turns.get(host) ?? 0
    turns.set(host, turn + 1)
    if (turn * APART >= ROUND) continue
    const hex = Buffer.from(page.sha256).toString("hex")
    const runAt = new Date(now.getTime() + turn * APART * 1_000)
    await enqueue(db, "page", { page: hex }, { key: `page ${hex} in round ${slot}`, runAt })
  }
  // Their turn comes again tomorrow: readers may have a link to them by then.
  await db.$executeRaw`UPDATE "OutsidePage" SET "nextAt" = now() + interval '1 day' WHERE sha256 = ANY(${later})`
}

const linkRows = z.array(z.object({ url: z.string(), live: z.boolean() }))

/** Which of these pages have a link, and whether readers have one. */
async function findLinksTo(urls: string[]) {
  const rows = linkRows.parse(
    await db.$queryRaw`
      SELECT l.url, bool_or(EXISTS (
        SELECT FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
        WHERE v.related @> jsonb_build_array(jsonb_build_object('link', l.id::text)))) AS live
      FROM "OutsideLink" l WHERE l.url = ANY(${urls}) GROUP BY l.url`,
  )
  return new Map(rows.map((row) => [row.url, row]))
}

/** The job of one page. When its host is not free, its turn comes in the next round. */
export async function lookAtPage(
  { page: hex }: Payload<"page">,
  signal: AbortSignal,
  around: Around = {},
): Promise<void> {
  const page = await db.outsidePage.findUnique({ where: { sha256: Buffer.from(hex, "hex") } })
  if (page && page.nextAt <= new Date()) await look(page, { signal }, around)
}

async function forget() {
  await db.$executeRaw`
    DELETE FROM "OutsidePage" p
    WHERE ("checkedAt" < now() - interval '30 days' OR ("checkedAt" IS NULL AND "nextAt" <= now()))
      AND NOT EXISTS (SELECT FROM "OutsideLink" l WHERE l.url = p.url)`
  await db.$executeRaw`DELETE FROM "OutsideHost" WHERE "freeAt" < now() - interval '1 day'`
  await db.$executeRaw`DELETE FROM "OutsideRobots" WHERE "readAt" < now() - interval '30 days'`
}
