import cluster, { type Worker } from "node:cluster"
import { type Kept, takePacked } from "./kept"
import type { Press, Printed } from "./press"
import { type Change, Rooms } from "./rooms"
import type { Stand } from "./stand"

// Between the process that makes pages and those that hand them out. Messages of one channel arrive in the order in which they were
// sent: a page that was sent before a change arrives before that change, and is dropped by it.

type FromStand =
  | { kind: "get"; number: number; key: string }
  | { kind: "follow"; number: number }
  | { kind: "dropped"; number: number; hot: string[] }
type FromPress =
  | { kind: "printed"; number: number; printed: Printed }
  | { kind: "followed"; number: number; sure: boolean }
  | { kind: "changed"; number: number; changes: readonly Change[] | null }
  | { kind: "stale"; since: number | null }
  | { kind: "packed"; key: string; etag: string; body: Buffer }

/** A stand that does not say that it dropped an old page by then is ended, and another one opened. */
const PATIENCE = 5_000
const HOT = 30

/**
 * The press's end: serves the stands' questions, and tells all of them what changed. `patience`: in milliseconds. Who does not listen yet has no
 * page and is told nothing: on a busy machine it takes long to begin, and would be ended for that again and again.
 */
export function supply(press: Pick<Press, "get">, follow: () => Promise<boolean>, patience = PATIENCE) {
  const waiting = new Map<string, (hot: string[]) => void>()
  let since: number | null = null
  let number = 0
  const send = (worker: Worker, message: FromPress) => worker.isConnected() && worker.send(message, () => {})
  const listening = new Set<number>()
  const stands = () =>
    Object.values(cluster.workers ?? {}).filter(
      (worker) => worker !== undefined && listening.has(worker.id),
    ) as Worker[]

  cluster.on("message", async (worker: Worker, message: FromStand) => {
    if (message.kind === "dropped") return waiting.get(`${worker.id} ${message.number}`)?.(message.hot)
    if (message.kind === "follow")
      return send(worker, { kind: "followed", number: message.number, sure: await follow() })
    if (message.kind === "get")
      return send(worker, { kind: "printed", number: message.number, printed: await press.get(message.key) })
  })
  cluster.on("listening", (worker) => {
    listening.add(worker.id)
    send(worker, { kind: "stale", since })
  })
  cluster.on("exit", (worker) => {
    listening.delete(worker.id)
    for (const [name, done] of waiting) if (name.startsWith(`${worker.id} `)) done([])
  })

  function tell(worker: Worker, changes: readonly Change[] | null): Promise<string[]> {
    const name = `${worker.id} ${++number}`
    return new Promise<string[]>((settle) => {
      const late = setTimeout(() => worker.process.kill("SIGKILL"), patience)
      waiting.set(name, (hot) => {
        clearTimeout(late)
        waiting.delete(name)
        settle(hot)
      })
      if (!send(worker, { kind: "changed", number, changes })) waiting.get(name)?.([])
    })
  }

  return {
    onChange: async (changes: readonly Change[] | null) =>
      (await Promise.all(stands().map((worker) => tell(worker, changes)))).flat(),
    onPacked({ key, etag, br: { body } }: Kept) {
      for (const worker of stands()) send(worker, { kind: "packed", key, etag, body })
    },
    onStale(from: number | null) {
      since = from
      for (const worker of stands()) send(worker, { kind: "stale", since })
    },
  }
}

/** A stand in a process of its own: what it has is a copy of what the press has. */
export function openStand(bytes: number): Stand & { follow: () => Promise<boolean> } {
  const rooms = new Rooms(bytes)
  const asked = new Map<string, Promise<Printed>>()
  const waiting = new Map<number, (message: FromPress) => void>()
  let since: number | null = null
  let number = 0
  const send = (message: FromStand) => process.send?.(message)

  process.on("message", (message: FromPress) => {
    if (message.kind === "stale") since = message.since
    // Kept at once, before another message can drop it.
    if (message.kind === "printed" && "kept" in message.printed && message.printed.current)
      rooms.put({ ...message.printed.kept, hits: 0, used: 0 })
    if (message.kind === "printed" || message.kind === "followed") {
      waiting.get(message.number)?.(message)
      waiting.delete(message.number)
    }
    if (message.kind === "packed") {
      const kept = rooms.at(message.key)
      if (kept?.etag === message.etag) takePacked(kept, message.body)
    }
    if (message.kind === "changed") {
      const dropped = message.changes ? rooms.drop(message.changes) : rooms.clear()
      send({ kind: "dropped", number: message.number, hot: hottest(dropped) })
    }
  })

  function question(ask: (number: number) => FromStand): Promise<FromPress> {
    const own = ++number
    return new Promise((done) => {
      waiting.set(own, done)
      send(ask(own))
    })
  }

  async function fetchPage(key: string): Promise<Printed> {
    const message = await question((own) => ({ kind: "get", number: own, key }))
    return message.kind === "printed" ? message.printed : { failed: "the press said something else" }
  }

  return {
    rooms,
    staleSince: () => since,
    get(key) {
      const under = asked.get(key)
      if (under) return under
      const coming = fetchPage(key).finally(() => asked.delete(key))
      asked.set(key, coming)
      return coming
    },
    async follow() {
      const message = await question((own) => ({ kind: "follow", number: own }))
      return message.kind === "followed" && message.sure
    },
  }
}

const hottest = (dropped: readonly Kept[]) =>
  dropped
    .filter(({ status, hits }) => status === 200 && hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, HOT)
    .map(({ key }) => key)
