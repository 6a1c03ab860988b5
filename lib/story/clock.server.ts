import "server-only"
import { db } from "../db.server"
import { log } from "../log.server"
import { CLOCK } from "../people/people"
import { transaction } from "../transaction.server"
import { perform } from "./perform.server"

const SECOND = 1_000
/** So long a process that begins waits for what is due before it serves anybody. */
const PATIENCE = 10_000

/**
 * Publishes what is due by the database's time. Any number of processes may do this: each story is published once, for
 * `perform` writes only where the revision still holds; and what one of them is at, the others leave to it. Gives the ids it published.
 */
export async function publishDue(): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string; revision: number }[]>`
    SELECT id, revision FROM "Story" WHERE status = 'scheduled' AND "publishAt" <= now() ORDER BY "publishAt", id LIMIT 100`
  const published: string[] = []
  for (const { id, revision } of due) {
    const performance = await publishOne(id, revision)
    if (performance && "done" in performance) published.push(id)
    if (performance && "refused" in performance) complainOnce(id, revision, performance.refused)
  }
  return published
}

/** Null: another process is at it. */
const publishOne = (id: string, revision: number) =>
  transaction(async (tx) => {
    const [mine] = await tx.$queryRaw<[{ taken: boolean }]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`due ${id}`}, 0)) AS taken`
    return mine.taken ? perform(CLOCK, "publish", id, revision) : null
  })

/** Milliseconds until the next story is due, by the database's time; null when none is scheduled. */
export async function untilNextDue(): Promise<number | null> {
  const [row] = await db.$queryRaw<[{ wait: number | null }]>`
    SELECT (extract(epoch FROM min("publishAt") - clock_timestamp()) * 1000)::float8 AS wait
    FROM "Story" WHERE status = 'scheduled' AND "publishAt" > now()`
  return row.wait
}

/**
 * Publishes what is due now, and then at the moment at which something is due, for as long as the process lives; it never keeps
 * the process alive itself. Each second it looks for what was scheduled meanwhile. Settled when everything is out that was due while nobody was there.
 */
export async function startClock(): Promise<void> {
  let wait = SECOND
  const tick = async () => {
    try {
      while ((await publishDue()).length > 0);
      wait = Math.min(SECOND, Math.ceil((await untilNextDue()) ?? SECOND))
    } catch (error) {
      log.error({ error: wordsOf(error) }, "the clock could not look for due stories")
      wait = Math.min(Math.max(wait, SECOND) * 2, 30 * SECOND)
    }
    setTimeout(tick, Math.max(wait, 1)).unref()
  }
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE).unref())
  await Promise.race([tick(), late])
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** A due story that may not be published stays scheduled: an editor emptied it. One line in the log a revision is enough. */
const complained = new Map<string, number>()
function complainOnce(id: string, revision: number, refused: string) {
  if (complained.get(id) === revision) return
  complained.set(id, revision)
  log.warn({ story: id, revision, refused }, "a due story was not published")
}
