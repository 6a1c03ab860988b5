import "server-only"
import { createHash } from "node:crypto"
import { db, type Prisma } from "../db.server"
import { transaction } from "../transaction.server"
import { hostOf } from "./elsewhere"
import type { Around } from "./fetch.server"
import { settleGone } from "./gone.server"
import { leaveHost, takeHost } from "./hosts.server"
import { type Look, lookAt, type Reading } from "./look.server"
import { pauseAfter, STATES, type Standing, type State, settle } from "./states"

type Row = Prisma.OutsidePageGetPayload<object>

/** What names a page: its address can be as long as a page. */
export const keyOf = (url: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(url).digest())

export const stateOf = (word: string): State => STATES.find((state) => state === word) ?? "unseen"

export const standingOf = ({ state, since, goneSeenAt, failures, offer }: Row): Standing => ({
  ...{ state: stateOf(state), since, goneSeenAt, failures, offer },
})

/** The row of a page; a new one waits an hour before it is looked at, for whoever wrote its address has just seen it. */
export async function pageOf(url: string): Promise<Row> {
  const sha256 = keyOf(url)
  await db.$executeRaw`INSERT INTO "OutsidePage" (sha256, url) VALUES (${sha256}, ${url}) ON CONFLICT DO NOTHING`
  return db.outsidePage.findUniqueOrThrow({ where: { sha256 } })
}

/**
 * Looks at a page now, unless its host was asked a moment ago, and keeps what came of it. A page is read once, and again when somebody asks.
 */
export async function look(
  page: Row,
  { read, signal }: { read?: Reading; signal?: AbortSignal } = {},
  around: Around = {},
): Promise<Look | { wait: number }> {
  const host = hostOf(new URL(page.url))
  const turn = await takeHost(host)
  if ("wait" in turn) return turn
  let pause = 60
  try {
    const now = new Date()
    const came = await lookAt(page.url, { read: read ?? (page.readAt ? "nothing" : "all"), now, signal }, around)
    pause = pauseAfter(came.seen, page.failures, came.delay)
    await keep(page.sha256, came, now)
    return came
  } finally {
    await leaveHost(host, pause)
  }
}

/** Writes down what a look came to, and what follows from it for readers. */
export async function keep(sha256: Row["sha256"], { seen, read }: Pick<Look, "seen" | "read">, now: Date) {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "OutsidePage" WHERE sha256 = ${sha256} FOR UPDATE`
    const before = await tx.outsidePage.findUnique({ where: { sha256 } })
    if (!before) return
    const { standing, nextAt } = settle(standingOf(before), seen, now)
    const words = read && {
      ...{ title: read.title, site: read.site, publishedAt: read.date },
      ...(read.small !== undefined && { picture: read.small, readAt: now }),
    }
    await tx.outsidePage.update({ where: { sha256 }, data: { ...standing, nextAt, checkedAt: now, ...words } })
    if (standing.state !== before.state) await settleGone(tx)
  })
}
