import { setTimeout as sleep } from "node:timers/promises"
import { startBare } from "../bare-server"
import { atLeast, atMost, median, number, type Outcome, ratioOf, table } from "../figures"
import { type Answer, call } from "../load"
import { startNextAlone } from "../next-alone"
import { NGINX, startPlainNginx } from "../nginx"
import { inPlace, type Place, storyWithPicture } from "../place"
import { cpuOf, memoryOf, spentBetween, sumOf } from "../processes"
import { ACCEPT, read, readsWith } from "../readers"
import { ROUNDS, SECONDS } from "../sizes"

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
const SLOWLY = 5 * SECONDS

/** The same story page, from everybody who can serve it, in turns. */
export function serving(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const servers = await openServers(place, await storyWithPicture(place.databaseUrl))
    try {
      for (const { address, roots } of servers) {
        await read(address, { connections: 8, seconds: SECONDS })
        await rested(roots)
      }
      const turns = new Map<string, Turn[]>()
      for (let round = 0; round < ROUNDS; round++)
        for (const connections of CONNECTIONS)
          for (const server of servers) {
            const name = `${server.name} ${connections}`
            turns.set(name, [...(turns.get(name) ?? []), await turn(server, connections)])
            await rested(server.roots)
          }
      return tell(servers, turns)
    } finally {
      for (const { stop } of servers) await stop()
    }
  })
}

/** The last ones are measured only where there is an nginx. */
async function openServers(place: Place, path: string): Promise<Server[]> {
  const [one, two] = [await place.node(), await place.node({ READER_WORKERS: "2" })]
  const answer = await pageAt(one.origin, path)
  const [bare, next] = [await startBare(), await startNextAlone(place.environment)]
  await bare.hold(answer)
  const at = (origin: string) => new URL(path, origin.replace("localhost", "127.0.0.1")).href
  const seconds = SECONDS
  const servers: Server[] = [
    { name: "page cache", address: at(one.origin), roots: [one.pid, place.pid()], seconds, stop: () => {} },
    {
      name: "page cache, two workers",
      address: at(two.origin),
      roots: [two.pid, place.pid()],
      seconds,
      stop: () => {},
    },
    { name: "bare node:http", address: at(bare.origin), roots: [bare.pid], seconds, stop: bare.stop },
    { name: "Next alone", address: at(next.origin), roots: [next.pid, place.pid()], seconds: SLOWLY, stop: next.stop },
  ]
  if (!NGINX) return servers
  const plain = await startPlainNginx(answer)
  servers.push({
    name: "nginx, a plain file",
    address: at(plain.origin),
    roots: [plain.pid],
    seconds,
    stop: plain.stop,
  })
  return servers
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
  const BARE = "bare node:http"
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
  const title = `The same story page, ${SECONDS} s each in ${ROUNDS} turns (Next: ${SLOWLY} s), read with ${readsWith}`
  const rates = CONNECTIONS.flatMap((connections) => {
    const rate = (name: string) => ratioOf(of(name, connections, "perSecond"), of(BARE, connections, "perSecond"))
    const over = `, ${connections} connections`
    return [
      atLeast(`page cache / bare${over}`, rate("page cache"), 0.9, "×"),
      atLeast(`page cache with two workers / bare${over}`, rate("page cache, two workers"), 1.45, "×"),
    ]
  })
  // With more connections too much of what Next does is for answers that come after the end.
  const cpu = ratioOf(of("page cache", FEW, "cpu"), of("Next alone", FEW, "cpu"))
  const bars = [...rates, atMost(`CPU of a cached page / Next's, ${FEW} connections`, cpu, 1 / 20, "×", 4)]
  return { tables: [table(title, [head, ...rows])], figures: { readsWith, lines }, bars }
}
