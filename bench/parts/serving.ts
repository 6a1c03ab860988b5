import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { startNginx } from "../../server/nginx/nginx"
import { startBare } from "../bare-server"
import { atLeast, atMost, median, number, type Outcome, ratioOf, table } from "../figures"
import { type Answer, call } from "../load"
import { startNextAlone } from "../next-alone"
import { NGINX, startPlainNginx } from "../nginx"
import { inPlace, type Place, storyWithPicture } from "../place"
import { cpuOf, memoryOf, spentBetween, sumOf } from "../processes"
import { ACCEPT, read, readsWith } from "../readers"
import { ROUNDS, TURN_SECONDS, TURNS } from "../sizes"

/** Who serves the page, and which processes work for it. */
type Server = {
  name: string
  address: string
  roots: readonly number[]
  /** how long it is read at a time */
  seconds: number
  stop: () => void | Promise<void>
}

type Turn = { perSecond: number; p50: number; p99: number; errors: number; cpu: number; memory: number }

const FEW = 32
const CONNECTIONS = [FEW, 256] as const
/** Next answers so few requests that those which are under way in the end would count for much. */
const SLOWLY = 5 * TURN_SECONDS
const NEXT = "Next alone"
const BARE = "bare node:http"
const TWO = "page cache, two workers"
const PLAIN = "nginx, a plain file"
const MIRRORED = "nginx, mirrored files"

/** The same story page, from everybody who can serve it, in turns. */
export function serving(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const servers = await openServers(place, await storyWithPicture(place.databaseUrl))
    try {
      for (const { address, roots } of servers) {
        await read(address, { connections: 8, seconds: TURN_SECONDS })
        await rested(roots)
      }
      const turns = await takeTurns(servers)
      return tell(servers, turns)
    } finally {
      for (const { stop } of servers) await stop()
    }
  })
}

type Turns = Map<string, Turn[]>

/** Next takes its turns apart: it is so much slower that its ratio needs no neighbours, and it would part the others. */
async function takeTurns(servers: readonly Server[]): Promise<Turns> {
  const turns: Turns = new Map()
  const groups = [
    { rounds: TURNS, those: servers.filter(({ name }) => name !== NEXT) },
    { rounds: ROUNDS, those: servers.filter(({ name }) => name === NEXT) },
  ]
  for (const connections of CONNECTIONS)
    for (const { rounds, those } of groups)
      for (let round = 0; round < rounds; round++)
        for (const server of those) {
          const name = `${server.name} ${connections}`
          turns.set(name, [...(turns.get(name) ?? []), await turn(server, connections)])
          await rested(server.roots)
        }
  return turns
}

/** Those that are compared stand beside each other. nginx is measured only where there is one. */
async function openServers(place: Place, path: string): Promise<Server[]> {
  const [one, two] = [await place.node(), await place.node({ READER_WORKERS: "2" })]
  const answer = await pageAt(one.origin, path)
  const [bare, next] = [await startBare(), await startNextAlone(place.environment)]
  await bare.hold(answer)
  const at = (origin: string) => new URL(path, origin.replace("localhost", "127.0.0.1")).href
  const seconds = TURN_SECONDS
  const none = () => {}
  const servers: Server[] = [
    { name: "page cache", address: at(one.origin), roots: [one.pid, place.pid()], seconds, stop: none },
    { name: BARE, address: at(bare.origin), roots: [bare.pid], seconds, stop: bare.stop },
    { name: TWO, address: at(two.origin), roots: [two.pid, place.pid()], seconds, stop: none },
    { name: NEXT, address: at(next.origin), roots: [next.pid, place.pid()], seconds: SLOWLY, stop: next.stop },
  ]
  if (!NGINX) return servers
  const plain = await startPlainNginx(answer)
  const mirroring = await mirrored(place, path)
  return [
    ...servers,
    { name: PLAIN, address: at(plain.origin), roots: [plain.pid], seconds, stop: plain.stop },
    { name: MIRRORED, address: at(mirroring.origin), roots: [mirroring.pid], seconds, stop: mirroring.stop },
  ]
}

/** nginx as docs/running.md sets it up, before a paper that writes its pages as files; it has read this one. */
async function mirrored(place: Place, path: string) {
  const mirror = join(place.folder, "mirror")
  const paper = await place.node({ MIRROR_DIR: mirror })
  const application = new URL(paper.origin).host.replace("localhost", "127.0.0.1")
  const nginx = await startNginx({ folder: join(place.folder, "nginx"), mirror, application })
  for (const deadline = performance.now() + 30_000; ; await sleep(100)) {
    const { headers } = await pageAt(nginx.origin, path)
    if (headers["cache-status"] === "nginx; hit") return nginx
    if (performance.now() > deadline) throw new Error("nginx has no file of the page.")
  }
}

async function pageAt(origin: string, path: string): Promise<Answer> {
  const answer = await call({ method: "GET", url: new URL(path, origin), headers: ACCEPT })
  if (answer.status !== 200 || answer.headers["content-encoding"] !== "br")
    throw new Error(`${path} answered ${answer.status} in ${answer.headers["content-encoding"]}.`)
  return answer
}

/** Waits until what a server still works on after its readers have gone is done: it would cost the next one its time. */
async function rested(roots: readonly number[]) {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; ) {
    const before = cpuOf(roots)
    await sleep(250)
    const spent = spentBetween(before, cpuOf(roots))
    if (!spent || sumOf(spent) <= 20) return
  }
}

async function turn({ address, roots, seconds }: Server, connections: number): Promise<Turn> {
  const before = cpuOf(roots)
  const { requests, perSecond, p50, p99, errors } = await read(address, { connections, seconds })
  const spent = spentBetween(before, cpuOf(roots))
  const memory = memoryOf(roots)
  const cpu = spent ? sumOf(spent) / requests : Number.NaN
  return { perSecond, p50, p99, errors, cpu, memory: memory ? sumOf(memory) : Number.NaN }
}

function tell(servers: readonly Server[], turns: ReadonlyMap<string, Turn[]>): Outcome {
  const of = (name: string, connections: number, what: keyof Turn) =>
    (turns.get(`${name} ${connections}`) ?? []).map((one) => one[what])
  const lines = CONNECTIONS.flatMap((connections) =>
    servers.map(({ name }) => ({
      name,
      connections,
      perSecond: median(of(name, connections, "perSecond")),
      timesBare: ratioOf(of(name, connections, "perSecond"), of(BARE, connections, "perSecond")),
      p50: median(of(name, connections, "p50")),
      p99: median(of(name, connections, "p99")),
      cpu: median(of(name, connections, "cpu")),
      cpuTimesBare: ratioOf(of(name, connections, "cpu"), of(BARE, connections, "cpu")),
      memory: median(of(name, connections, "memory")) / 1e6,
      errors: of(name, connections, "errors").reduce((sum, one) => sum + one, 0),
    })),
  )
  const head = ["server", "connections", "requests/s", "× bare", "p50 ms", "p99 ms", "CPU ms", "× bare", "MB", "errors"]
  const rows = lines.map((line) => [
    ...[line.name, String(line.connections), number(line.perSecond), number(line.timesBare, 2)],
    ...[number(line.p50, 2), number(line.p99, 2), number(line.cpu, 3), number(line.cpuTimesBare, 2)],
    ...[number(line.memory), String(line.errors)],
  ])
  const title = `The same story page, ${TURN_SECONDS} s each in ${TURNS} turns (Next: ${SLOWLY} s in ${ROUNDS}), read with ${readsWith}`
  const rates = CONNECTIONS.flatMap((connections) => {
    const rate = (name: string, than = BARE) =>
      ratioOf(of(name, connections, "perSecond"), of(than, connections, "perSecond"))
    const over = `, ${connections} connections`
    return [
      atLeast(`page cache / bare${over}`, rate("page cache"), 0.9, "×"),
      atLeast(`page cache with two workers / bare${over}`, rate(TWO), 1.45, "×"),
      ...(NGINX ? [atLeast(`nginx, mirrored / plain file${over}`, rate(MIRRORED, PLAIN), 0.9, "×")] : []),
    ]
  })
  // With more connections too much of what Next does is for answers that come after the end.
  const cpu = median(of("page cache", FEW, "cpu")) / median(of(NEXT, FEW, "cpu"))
  const bars = [...rates, atMost(`CPU of a cached page / Next's, ${FEW} connections`, cpu, 1 / 20, "×", 4)]
  return { tables: [table(title, [head, ...rows])], figures: { readsWith, lines }, bars }
}
