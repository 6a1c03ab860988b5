import "server-only"
import { db } from "../db.server"
import { log } from "../log.server"
import { CLOCK } from "../people/people"
import { perform } from "./perform.server"

const SECOND = 1_000

/**
 * Publishes what is due by the database's time. Any number of processes may do this: each story is published once,
 * whoever comes first, because `perform` writes only where the revision still holds. Gives the ids it published.
 */
export async function publishDue(): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string; revision: number }[]>`
    SELECT id, revision FROM "Story" WHERE status = 'scheduled' AND "publishAt" <= now() ORDER BY "publishAt", id LIMIT 100`
  const published: string[] = []
  for (const { id, revision } of due) {
    const performance = await perform(CLOCK, "publish", id, revision)
    if ("done" in performance) published.push(id)
    if ("refused" in performance) complainOnce(id, revision, performance.refused)
  }
  return published
}

/** Looks every second for what is due, for as long as the process lives; it never keeps the process alive itself. */
export function startClock(): void {
  let wait = SECOND
  const tick = async () => {
    try {
      await publishDue()
      wait = SECOND
    } catch (error) {
      log.error(
        { error: error instanceof Error ? error.message : String(error) },
        "the clock could not look for due stories",
      )
      wait = Math.min(wait * 2, 30 * SECOND)
    }
    setTimeout(tick, wait).unref()
  }
  setTimeout(tick, wait).unref()
}

/** A due story that may not be published stays scheduled: an editor emptied it. One line in the log a revision is enough. */
const complained = new Map<string, number>()
function complainOnce(id: string, revision: number, refused: string) {
  if (complained.get(id) === revision) return
  complained.set(id, revision)
  log.warn({ story: id, revision, refused }, "a due story was not published")
}
