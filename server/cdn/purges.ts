import pg from "pg"
import type { Cdn } from "./cdn"

/**
 * How long after a change a node may still hand out the page from before, in seconds: it hears of the change at once, looks each second,
 * and when it cannot look for some seconds more, says of its pages that nobody else may keep them.
 */
const SLOWEST_NODE = 6
/** More events than this are told in one word: everything. */
const MANY = 500
const BEAT = 1_000
const LONGEST_WAIT = 60_000

export type Purges = { wake(): void; close(): Promise<void> }

type Given = { databaseUrl: string; cdn: Cdn; complain: (sentence: string) => void; slowestNode?: number }

/**
 * Tells a cache elsewhere what to forget: at once, and once more when every node has heard of the change, for the cache may have fetched
 * the old page from one that had not.
 */
export function openPurges({ slowestNode = SLOWEST_NODE, ...given }: Given): Purges {
  const pool = new pg.Pool({ connectionString: given.databaseUrl, application_name: "standfirst purges", max: 2 })
  pool.on("error", () => {})
  const followers = [
    openFollower({ ...given, pool, name: `cdn ${given.cdn.name}`, delay: 0 }),
    openFollower({ ...given, pool, name: `cdn ${given.cdn.name}, again`, delay: slowestNode }),
  ]
  return {
    wake: () => followers[0]?.wake(),
    async close() {
      await Promise.all(followers.map((follower) => follower.close()))
      await pool.end().catch(() => {})
    },
  }
}

type Followed = Omit<Given, "slowestNode" | "databaseUrl"> & { pool: pg.Pool; name: string; delay: number }

/** Tries again for as long as it lives, more and more seldom while it fails. */
function openFollower(given: Followed) {
  const ending = new AbortController()
  const settled = settledAfter(given.delay * 1_000)
  let failures = 0
  let due: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let asked = false

  function begin() {
    clearTimeout(due)
    asked = false
    running = run().finally(() => {
      running = undefined
      if (ending.signal.aborted) return
      if (asked && !failures) begin()
      else due = setTimeout(begin, pauseAfter(failures)).unref()
    })
  }

  async function run() {
    try {
      await followOn(given, settled, ending.signal)
      failures = 0
    } catch (error) {
      if (ending.signal.aborted) return
      failures++
      const why = error instanceof Error ? error.message : String(error)
      given.complain(`${given.name} was not told what changed, and will be: ${why}`)
      await given.pool.query(FAILED, [given.name, why.slice(0, 500)]).catch(() => {})
    }
  }

  begin()
  return {
    wake() {
      if (ending.signal.aborted || failures) return
      if (running) asked = true
      else begin()
    },
    async close() {
      ending.abort()
      clearTimeout(due)
      await running
    },
  }
}

/** Milliseconds until it looks again, after so many failures in a row. */
export const pauseAfter = (failures: number) => Math.min(LONGEST_WAIT, BEAT * 2 ** Math.max(0, failures - 1))

/** Given how far the log is now, tells how far it was so many milliseconds ago; null while that is not known. */
function settledAfter(delay: number): (last: number) => number | null {
  if (delay === 0) return (last) => last
  const seen: { last: number; at: number }[] = []
  return (last) => {
    if (seen.at(-1)?.last !== last) seen.push({ last, at: Date.now() })
    while (seen[1] && seen[1].at + delay <= Date.now()) seen.shift()
    return seen[0] && seen[0].at + delay <= Date.now() ? seen[0].last : null
  }
}

type Row = { position: number | null; problem: string | null; last: number }

/**
 * The bargain of every follower of the log (lib/record/follow.server.ts): its row is locked while the work is done, so that one node
 * does it, and its position moves only when it was done.
 */
async function followOn({ pool, cdn, name }: Followed, settled: ReturnType<typeof settledAfter>, signal: AbortSignal) {
  const { rows: seen } = await pool.query<Row>(SEEN, [name])
  const to = seen[0] ? settled(seen[0].last) : null
  if (!seen[0] || to === null || (seen[0].position === to && seen[0].problem === null)) return
  // Who was never told anything: nobody knows what it holds.
  if (seen[0].position === null) await pool.query(MADE, [name, NOWHERE])
  const client = await pool.connect()
  try {
    await client.query("BEGIN")
    const { rows: held } = await client.query<{ position: number }>(HELD, [name])
    const position = held[0]?.position
    if (position === undefined || (position === to && seen[0].problem === null)) return
    if (position === NOWHERE || position > seen[0].last || to - position > MANY) await cdn.purgeAll(signal)
    else {
      const { rows } = await client.query<{ tag: string }>(TAGS, [position, to])
      for (let at = 0; at < rows.length; at += cdn.atOnce)
        await cdn.purge(
          rows.slice(at, at + cdn.atOnce).map(({ tag }) => tag),
          signal,
        )
    }
    await client.query(MOVED, [name, position === NOWHERE || position > seen[0].last ? to : Math.max(position, to)])
    await client.query("COMMIT")
  } finally {
    await client.query("ROLLBACK").catch(() => {})
    client.release()
  }
}

const NOWHERE = -1
const SEEN = `SELECT f.position, f.problem, c.last FROM "EventCounter" c LEFT JOIN "Follower" f ON f.name = $1 WHERE c.id = 1`
const MADE = `INSERT INTO "Follower" (name, position) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`
const HELD = `SELECT position FROM "Follower" WHERE name = $1 FOR UPDATE SKIP LOCKED`
const TAGS = `SELECT DISTINCT unnest(tags) AS tag FROM "StoryEvent" WHERE position > $1 AND position <= $2 ORDER BY 1`
const MOVED = `UPDATE "Follower" SET position = $2, problem = NULL, "problemSince" = NULL WHERE name = $1`
const FAILED = `UPDATE "Follower" SET problem = $2, "problemSince" = coalesce("problemSince", now()) WHERE name = $1`
