import cluster from "node:cluster"
import { Agent } from "node:http"
import { complain, createDoor } from "./front/door"
import { onwardHeaders } from "./front/request"
import { openNode } from "./nodes/node"
import { openCopies } from "./pages/copies"
import { questionOf } from "./pages/known"
import { openStand, supply } from "./pages/link"
import { followLog, type Log } from "./pages/log"
import { watchOverdue } from "./pages/overdue"
import { openPress } from "./pages/press"
import { renderer } from "./pages/render"
import { sheetsOf } from "./pages/styles"

// The process that everybody talks to, started and watched by `npm start` (server/serve.ts): it hands readers their pages from memory,
// and newsroom and API on to Next. Asked for several workers, it makes the pages, and they hand them out.
const { HOST = "127.0.0.1", PORT, NEXT_PORT, FRONT_KEY = "", PUBLIC_ORIGIN = "", STANDFIRST_DEV } = process.env
const workers = Number(process.env.READER_WORKERS ?? 1)
const bytes = Number(process.env.PAGE_MEMORY_MB ?? 128) * 1_000_000
const dev = STANDFIRST_DEV === "1"
const publicOrigin = new URL(PUBLIC_ORIGIN)
const next = { host: "127.0.0.1", port: Number(NEXT_PORT) }
const way = {
  next,
  publicOrigin,
  frontKey: FRONT_KEY,
  agent: new Agent({ keepAlive: true, maxSockets: 64, timeout: 60_000 }),
}

/** Where a process reaches what listens to everybody. */
const loopback: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" }

const ends: (() => Promise<void>)[] = []

if (cluster.isWorker) workInStand()
else if (workers > 1 && !dev) void workInPress()
else void workAlone()

/** One process that makes pages and hands them out. */
async function workAlone() {
  const { press, follow, staleSince } = await open()
  await listen({ stand: { rooms: press.rooms, get: press.get, staleSince }, follow })
}

/** Makes pages for the workers that hand them out; listens to nobody. */
async function workInPress() {
  // Each worker takes its connections from the system itself: one that is killed takes none with it that another could have had.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ serialization: "advanced" })
  await open(true)
  let ending = false
  let listening = 0
  // After each connection the others get a chance: or one would take most of those that come at a time.
  const fork = () => cluster.fork({ UV_TCP_SINGLE_ACCEPT: "1" })
  for (let count = 0; count < workers; count++) fork()
  cluster.on("listening", () => ++listening === workers && process.send?.("listening"))
  cluster.on("exit", () => ending || fork())
  onEnd(async () => {
    ending = true
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM")
    await new Promise<void>((done) => cluster.on("exit", () => !Object.keys(cluster.workers ?? {}).length && done()))
  })
}

/** Hands out what the press makes. */
function workInStand() {
  const stand = openStand(bytes)
  return listen({ stand, follow: stand.follow })
}

async function open(supplying = false) {
  let log: Log | undefined
  let away: number | null = null
  const agent = new Agent({ keepAlive: true, maxSockets: 8, timeout: 60_000 })
  const peer = "127.0.0.1"
  const headers = {
    ...onwardHeaders({}, "reader", { publicOrigin, frontKey: FRONT_KEY, peer, host: publicOrigin.host }),
    accept: "text/html,*/*",
  }
  const copies = openCopies(dev ? {} : process.env, complain)
  const render = renderer({
    ...{ next, agent, headers, complain },
    sheet: sheetsOf(".next/static"),
    ahead: () => log?.ahead() ?? 0,
    ...{ marks: copies.marks, mirrored: copies.mirrored },
  })
  const follow = async () => (await log?.follow()) ?? false
  const told: { supplied?: ReturnType<typeof supply> } = {}
  const press = openPress({
    ...{ render, bytes, ...copies },
    log: () => log,
    exists: async (key) => {
      const question = questionOf(key)
      return question === "nothing" ? false : question === null || ((await log?.isThere(question)) ?? true)
    },
    onChange: async (changes) => (await told.supplied?.onChange(changes)) ?? [],
    onPacked: (kept) => told.supplied?.onPacked(kept),
  })
  if (supplying) told.supplied = supply(press, follow)
  const stale = (since: number | null) => {
    away = since
    told.supplied?.onStale(since)
  }
  const node = dev ? undefined : announced()
  if (!dev)
    log = await followLog(process.env.DATABASE_URL ?? "", {
      onChanges: async (changes, position) => {
        await press.change(changes, position)
        copies.wake()
        node?.wake()
      },
      onLost: () => stale(log?.provenAt() || Date.now()),
      onBack: async (same) => {
        await press.doubt(same)
        stale(null)
      },
    })
  const unwatch = watchOverdue(
    () => log,
    () => render("/"),
  )
  onEnd(async () => {
    unwatch()
    await Promise.all([log?.close(), copies.close(), node?.close()])
  })
  return { press, follow, staleSince: () => away }
}

/** This node, as the others know it. */
function announced() {
  return openNode({
    databaseUrl: process.env.DATABASE_URL ?? "",
    name: process.env.NODE_NAME ?? `${HOST}:${PORT}`,
    own: { host: loopback[HOST] ?? HOST, port: Number(PORT) },
    host: publicOrigin.host,
    complain: (why) => complain("this node", why),
  })
}

type Served = Pick<Parameters<typeof createDoor>[0], "stand" | "follow">

function listen(served: Served) {
  const server = createDoor({ ...way, ...served, dev })
  server.once("error", (error) => {
    console.error(`The front process cannot listen at ${HOST}:${PORT}: ${error.message}`)
    process.exit(1)
  })
  onEnd(
    () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeIdleConnections()
      }),
  )
  return new Promise<void>((done) =>
    server.listen(Number(PORT), HOST, () => {
      if (!cluster.isWorker) process.send?.("listening")
      done()
    }),
  )
}

function onEnd(end: () => Promise<void>) {
  ends.push(end)
  if (ends.length > 1) return
  process.once("SIGTERM", () => {
    setTimeout(() => process.exit(0), 3_000).unref()
    Promise.all(ends.map((one) => one())).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
