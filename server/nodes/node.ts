import { request } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { TAKE_AWAY } from "../../lib/story/taking-away"
import { type Act, type Expected, expectedOf, isAsExpected } from "./expected"

const BEAT = 5_000
/** So long after its last word a node counts as gone, in seconds. */
const FORGOTTEN = 30
/** So long it asks for the page of an act until it has it, in milliseconds. */
const PATIENCE = 10_000
const AT_ONCE = 20
/** So many new acts at a time come from the clock: no newsroom makes as many by hand. */
const BURST = 5
/** So long confirmations wait at most for stories that are due, in milliseconds. */
const LONGEST_BURST = 60_000

type Given = {
  databaseUrl: string
  name: string
  /** where this node itself answers */
  own: { host: string; port: number }
  /** the host that browsers name */
  host: string
  complain: (sentence: string) => void
}

export type Node = {
  /** the log has moved on */
  wake: () => void
  close: () => Promise<void>
}

/**
 * Announces this node for as long as it lives, and confirms what readers get of it: after every act that they can see it asks itself for
 * the story's page, as a reader would, until that is what the act made of it, and notes how long that took since the act.
 */
export function openNode({ databaseUrl, name, own, host, complain }: Given): Node {
  const pool = new pg.Pool({ connectionString: databaseUrl, application_name: "standfirst node", max: 2 })
  pool.on("error", () => {})
  const ending = new AbortController()
  let position = -1
  let running: Promise<void> | undefined
  let asked = false

  async function announce() {
    await pool.query(ANNOUNCE, [name, `http://${own.host}:${own.port}`])
    await pool.query(FORGET, [FORGOTTEN])
  }

  async function confirmNew() {
    if (position < 0) position = (await pool.query<{ last: number }>(LAST)).rows[0]?.last ?? 0
    for (;;) {
      const { rows } = await pool.query<Act>(NEW, [position, TAKE_AWAY, AT_ONCE])
      if (rows.length >= BURST) await untilCalm()
      await Promise.all(rows.map(confirm))
      const last = rows.at(-1)
      if (last) position = last.position
      if (rows.length < AT_ONCE) return
    }
  }

  /** Many stories are due at once: to publish them comes before asking for their pages. */
  async function untilCalm() {
    const until = performance.now() + LONGEST_BURST
    while (performance.now() < until && !ending.signal.aborted) {
      const { rows } = await pool.query<{ due: boolean }>(DUE_NOW)
      if (!rows[0]?.due) return
      await sleep(250, undefined, { ref: false, signal: ending.signal }).catch(() => {})
    }
  }

  async function confirm(act: Act) {
    const expected = expectedOf(act)
    if (await becomes(expected, own, host, ending.signal)) await pool.query(CONFIRM, [act.position, name, act.at])
  }

  function begin() {
    asked = false
    running = confirmNew()
      .catch((error: Error) => {
        if (!ending.signal.aborted) complain(`what readers get could not be confirmed: ${error.message}`)
      })
      .finally(() => {
        running = undefined
        if (asked && !ending.signal.aborted) begin()
      })
  }

  function wake() {
    if (ending.signal.aborted) return
    if (running) asked = true
    else begin()
  }

  async function beat() {
    while (!ending.signal.aborted) {
      await announce().catch(() => {})
      wake()
      await sleep(BEAT, undefined, { ref: false, signal: ending.signal }).catch(() => {})
    }
  }

  void beat()
  return {
    wake,
    async close() {
      ending.abort()
      await running
      await pool.query(LEAVE, [name]).catch(() => {})
      await pool.end().catch(() => {})
    },
  }
}

/** Asks for the page until it is what it has to be; false when that takes too long. */
async function becomes(expected: Expected, own: Given["own"], host: string, ending: AbortSignal): Promise<boolean> {
  const until = Date.now() + PATIENCE
  for (let pause = 5; Date.now() < until && !ending.aborted; pause = Math.min(pause * 2, 500)) {
    const answer = await get(expected.path, own, host).catch(() => null)
    if (answer && isAsExpected(answer, expected)) return true
    await sleep(pause, undefined, { ref: false, signal: ending }).catch(() => {})
  }
  return false
}

function get(path: string, own: Given["own"], host: string): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const asking = request({ ...own, path, headers: { host, accept: "text/html" } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on("data", (chunk: Buffer) => chunks.push(chunk))
      answer.on("error", fail)
      answer.on("end", () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }))
    })
    asking.setTimeout(PATIENCE, () => asking.destroy(new Error("no answer in time")))
    asking.on("error", fail)
    asking.end()
  })
}

const ANNOUNCE = `
  INSERT INTO "Node" (name, address, "startedAt", "seenAt") VALUES ($1, $2, clock_timestamp(), clock_timestamp())
  ON CONFLICT (name) DO UPDATE SET address = EXCLUDED.address, "seenAt" = EXCLUDED."seenAt"`
const FORGET = `DELETE FROM "Node" WHERE "seenAt" < clock_timestamp() - make_interval(secs => $1)`
const LEAVE = `DELETE FROM "Node" WHERE name = $1`
const LAST = `SELECT last FROM "EventCounter" WHERE id = 1`
/** With the address at which the act left the story: that of its version, or of the last one. */
const NEW = `
  SELECT e.position, e.act, e.at, v.number, v.section, v.slug FROM "StoryEvent" e
  CROSS JOIN LATERAL (SELECT number, section, slug FROM "Version" v WHERE v."storyId" = e."storyId" AND v."madeAt" <= e.at
    ORDER BY v.number DESC LIMIT 1) v
  WHERE e.position > $1 AND (e."versionId" IS NOT NULL OR e.act = ANY($2)) ORDER BY e.position LIMIT $3`
/** What was due longer ago and was not done waits for people, not for the clock. */
const DUE_NOW = `
  SELECT EXISTS (SELECT FROM "Story" WHERE status = 'scheduled'
    AND "publishAt" BETWEEN clock_timestamp() - interval '60 seconds' AND clock_timestamp() + interval '1 second') AS due`
const CONFIRM = `
  INSERT INTO "Confirmation" (position, node, milliseconds, at)
  VALUES ($1, $2, ceil(extract(epoch FROM clock_timestamp() - $3::timestamptz) * 1000)::int, clock_timestamp())
  ON CONFLICT (position, node) DO NOTHING`
