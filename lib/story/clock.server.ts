import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { log } from "../log.server"
import { CLOCK } from "../people/people"
import { databaseTime, transaction } from "../transaction.server"
import { raiseAlarms } from "./alarm.server"
import { perform } from "./perform.server"
import { actDue, particularsDue } from "./planned"
import { storyOf } from "./row.server"

const SECOND = 1_000
/** So long a process that begins waits for what is due before it serves anybody. */
const PATIENCE = 10_000

/**
 * Does what is due by the database's time: publishes, brings scheduled changes, withdraws. Any number of processes may do this: each
 * act is performed once, for `perform` writes only where the revision still holds; and what one of them is at, the others leave to
 * it. Gives the ids of the stories to which something happened.
 */
export async function performDue(): Promise<string[]> {
  const done: string[] = []
  // What may not be done stays due: it must not stand in the way of what comes after it.
  for (let last: Due | undefined; ; ) {
    const due = await findDue(last)
    for (const { id } of due) {
      const performance = await performOne(id).catch((error: unknown) => ({ refused: wordsOf(error) }))
      if (performance && "done" in performance) done.push(id)
      if (performance && "refused" in performance) complainOnce(id, performance.refused)
    }
    last = due.at(-1)
    if (due.length < AT_ONCE) return done
  }
}

const dueRow = z.object({ id: z.string(), at: z.date() })
type Due = z.infer<typeof dueRow>

const AT_ONCE = 100

/** What is due, what was due first first; after another one. */
async function findDue(last?: Due): Promise<Due[]> {
  const after = last ? Prisma.sql`WHERE (at, id) > (${last.at}, ${last.id}::uuid)` : Prisma.empty
  const rows = await db.$queryRaw<unknown[]>`
    SELECT id, at FROM (
      SELECT id, "publishAt" AS at FROM "Story" WHERE status IN ('scheduled', 'published') AND "publishAt" <= now()
      UNION ALL
      SELECT id, "withdrawAt" FROM "Story" WHERE status = 'published' AND "withdrawAt" <= now()
    ) due ${after} ORDER BY at, id LIMIT ${AT_ONCE}`
  return z.array(dueRow).parse(rows)
}

/** Null: another process is at it, or was. */
const performOne = (id: string) =>
  transaction(async (tx) => {
    const [mine] = await tx.$queryRaw<[{ taken: boolean }]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`due ${id}`}, 0)) AS taken`
    const row = mine.taken && (await tx.story.findUnique({ where: { id } }))
    if (!row) return null
    const [story, now] = [storyOf(row), await databaseTime(tx)]
    const act = actDue(story, now)
    return act && perform(CLOCK, act, id, story.revision, particularsDue(story, act))
  })

/** Milliseconds until something is due, by the database's time; null when nothing is. */
export async function untilNextDue(): Promise<number | null> {
  const [row] = await db.$queryRaw<[{ wait: number | null }]>`
    SELECT (extract(epoch FROM least(
      (SELECT min("publishAt") FROM "Story" WHERE status = 'scheduled' AND "publishAt" > now()),
      (SELECT min("publishAt") FROM "Story" WHERE status = 'published' AND "publishAt" > now()),
      (SELECT min("withdrawAt") FROM "Story" WHERE status = 'published' AND "withdrawAt" > now())
    ) - clock_timestamp()) * 1000)::float8 AS wait`
  return row.wait
}

/**
 * Does what is due now, and then at the moment at which something is due, for as long as the process lives; it never keeps
 * the process alive itself. Each second it looks for what was scheduled meanwhile. Settled when everything is out that was due while nobody was there.
 */
export async function startClock(): Promise<void> {
  let wait = SECOND
  const tick = async () => {
    try {
      while ((await performDue()).length > 0);
      wait = Math.min(SECOND, Math.ceil((await untilNextDue()) ?? SECOND))
      await raiseAlarms()
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

/** What is due and may not be done stays due: an editor emptied the story. One line in the log for each reason is enough. */
const complained = new Map<string, string>()
function complainOnce(id: string, refused: string) {
  if (complained.get(id) === refused) return
  complained.set(id, refused)
  log.warn({ story: id, refused }, "what was due was not done")
}
