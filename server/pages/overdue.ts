import { setTimeout as sleep } from "node:timers/promises"
import type { Log } from "./log"

const BEAT = 500

/** The clock in Next is given a moment first; what was due a minute ago and was not done waits for people. */
const OVERDUE = {
  sql: `SELECT EXISTS (SELECT FROM "Story" WHERE status IN ('scheduled', 'published') AND "publishAt" BETWEEN
      statement_timestamp() - interval '1 minute' AND statement_timestamp() - interval '200 milliseconds')
    OR EXISTS (SELECT FROM "Story" WHERE status = 'published' AND "withdrawAt" BETWEEN
      statement_timestamp() - interval '1 minute' AND statement_timestamp() - interval '200 milliseconds')
    OR EXISTS (SELECT FROM "Picture" WHERE "endedAt" IS NULL AND "rightsUntil" BETWEEN
      statement_timestamp() - interval '1 minute' AND statement_timestamp() - interval '200 milliseconds') AS there`,
  values: [],
}

/**
 * Looks whether something is due that nobody has done, and has Next make a page, which does it first: pages that are kept here would
 * otherwise show the paper as it was until somebody asked for another one. Gives what ends it.
 */
export function watchOverdue(log: () => Log | undefined, makePage: () => Promise<unknown>): () => void {
  const ending = new AbortController()
  async function watch() {
    let last = -1
    while (!ending.signal.aborted) {
      await sleep(BEAT, undefined, { ref: false, signal: ending.signal }).catch(() => {})
      const following = log()
      // While the log grows somebody is at it, and needs the machine.
      const grows = following && following.position() !== last
      last = following?.position() ?? last
      // It says yes where the database does not answer.
      if (grows || !following?.connected() || !(await following.isThere(OVERDUE)) || !following.connected()) continue
      await makePage().catch(() => {})
    }
  }
  void watch()
  return () => ending.abort()
}
