import { setTimeout as sleep } from "node:timers/promises"
import { ask } from "../server/database"

/** What the first start of the application wrote into the record, and in how many seconds. */
export type Sealed = { entries: number; took: number }

/**
 * Waits until the record is at the end of the log, which the application begins with: readers of an archive that was moved here
 * yesterday are what is measured. Error: a minute without a new entry.
 */
export async function allSealed(databaseUrl: string): Promise<Sealed> {
  const began = performance.now()
  let [entries, seen] = [0, began]
  for (;;) {
    const [row] = await ask<{ entries: number; left: number }>(
      databaseUrl,
      `SELECT (SELECT count(*)::int FROM "RecordEntry") AS entries, (SELECT last FROM "EventCounter" WHERE id = 1)
         - coalesce((SELECT position FROM "Follower" WHERE name = 'record'), 0) AS left`,
    )
    const now = performance.now()
    if (row && row.left <= 0) return { entries: row.entries, took: (now - began) / 1_000 }
    if (row && row.entries > entries) [entries, seen] = [row.entries, now]
    if (now - seen > 60_000) throw new Error(`The record stands still, ${row?.left} events before the end of the log.`)
    await sleep(500)
  }
}
