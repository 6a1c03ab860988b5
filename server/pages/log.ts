import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { TAKE_AWAY } from "../../lib/story/taking-away"
import type { Question } from "./known"
import type { Change } from "./rooms"

/** Follows the event log of the database, in order. */
export type Log = {
  /** Reads the log to its end as it is now, over a new connection where the last was lost; false when the database does not answer. */
  follow(): Promise<boolean>
  /** the position up to which everything was read and passed on */
  position(): number
  /** when the database was last known to answer, in milliseconds of this machine's clock */
  provenAt(): number
  /** how far the database's clock is ahead of this machine's, in milliseconds */
  ahead(): number
  connected(): boolean
  /** Is what this asks for there? It is as far as anybody knows where the database does not answer. */
  isThere(question: Question): Promise<boolean>
  close(): Promise<void>
}

type Told = {
  /** what changed, in order; the log is not further on before this is done */
  onChanges: (changes: Change[], position: number) => Promise<void>
  /** the database is away */
  onLost: () => void
  /** it is back; `same` is false when its log is not the one that was followed */
  onBack: (same: boolean) => Promise<void>
}

type Row = { position: number; act: string; tags: string[] }

const BATCH = 500
const BEAT = 1_000
const PATIENCE = 2_500

/**
 * A connection of its own that listens, so that an act is known within milliseconds; a poll behind it, for a notification may be lost and
 * a dead connection say nothing. What counts is always what stands in the log after the own position.
 */
export async function followLog(databaseUrl: string, told: Told): Promise<Log> {
  let client: pg.Client | undefined
  let position = -1
  let provenAt = 0
  let ahead = 0
  let closed = false
  let running: Promise<boolean> | undefined
  let queued: Promise<boolean> | undefined
  let connecting: Promise<boolean> | undefined
  let asked: Promise<unknown> = Promise.resolve()

  const read = (): Promise<boolean> => {
    if (!running) {
      running = readOn().finally(() => {
        running = undefined
      })
      return running
    }
    // What runs may have looked already: this one has to look after now.
    queued ??= running.then(() => {
      queued = undefined
      return read()
    })
    return queued
  }
  const follow = () => (client ? read() : reconnect())

  /** One attempt for all who wait for it: the database may be back already, and the next attempt not yet due. */
  function reconnect(): Promise<boolean> {
    if (closed) return Promise.resolve(false)
    connecting ??= connect()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        connecting = undefined
      })
    return connecting
  }

  /** One question after the other: a connection answers one at a time. */
  function ask<R extends pg.QueryResultRow>(of: pg.Client, sql: string, values: unknown[]): Promise<pg.QueryResult<R>> {
    const answer = asked.then(() => of.query<R>(sql, values))
    asked = answer.catch(() => undefined)
    return answer
  }

  async function readOn(): Promise<boolean> {
    const from = client
    if (!from) return false
    try {
      for (;;) {
        const { rows } = await ask<Row>(from, READ, [position])
        provenAt = Date.now()
        const last = rows.at(-1)
        if (!last) return true
        const changes = rows.map(({ act, tags }) => ({ tags, gone: TAKE_AWAY.includes(act) }))
        await told.onChanges(changes, last.position)
        position = last.position
        if (rows.length < BATCH) return true
      }
    } catch {
      lose(from)
      return false
    }
  }

  async function isThere({ sql, values }: Question): Promise<boolean> {
    const from = client
    try {
      return from ? ((await ask<{ there: boolean }>(from, sql, values)).rows[0]?.there ?? true) : true
    } catch {
      if (from) lose(from)
      return true
    }
  }

  function lose(lost: pg.Client) {
    if (client !== lost) return
    client = undefined
    lost.removeAllListeners()
    lost.on("error", () => {})
    lost.end().catch(() => {})
    if (!closed) told.onLost()
  }

  async function connect(): Promise<void> {
    const coming = new pg.Client({
      connectionString: databaseUrl,
      application_name: "standfirst pages",
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    })
    coming.on("error", () => lose(coming))
    coming.on("end", () => lose(coming))
    coming.on("notification", () => void read())
    try {
      await coming.connect()
      // Listen first, then look: nothing can fall between the two.
      await coming.query("LISTEN story_event")
      const { last, now } = (await coming.query<{ last: number; now: Date }>(END)).rows[0] ?? {
        last: 0,
        now: new Date(),
      }
      ahead = now.getTime() - Date.now()
      const first = position < 0
      const same = last >= position
      if (first || !same) position = last
      provenAt = Date.now()
      client = coming
      if (!first) await told.onBack(same)
      await read()
    } catch (error) {
      coming.removeAllListeners()
      coming.on("error", () => {})
      coming.end().catch(() => {})
      throw error
    }
  }

  async function beat() {
    let failures = 0
    while (!closed) {
      await sleep(client ? BEAT : Math.min(1_000, 100 * 2 ** failures), undefined, { ref: false })
      if (closed) return
      if (client) {
        failures = 0
        await read()
      } else if (!(await reconnect())) failures++
    }
  }

  if (!(await reconnect())) told.onLost()
  void beat()
  return {
    follow,
    position: () => position,
    provenAt: () => provenAt,
    ahead: () => ahead,
    connected: () => client !== undefined,
    isThere,
    async close() {
      closed = true
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}

const READ = `SELECT position, act, tags FROM "StoryEvent" WHERE position > $1 ORDER BY position LIMIT ${BATCH}`
const END = `SELECT last, clock_timestamp() AS now FROM "EventCounter"`
