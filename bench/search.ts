import { readFileSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { search } from "@/lib/search/find.server"
import { QUERIES } from "../tests/search/queries"
import { makeStories } from "./archive/make-stories"
import { COMMON } from "./common-words"
import { quantile } from "./figures"

// npx tsx --tsconfig tsconfig.node.json bench/search.ts [STORIES]: what a search costs in an archive of so many stories, at
// DATABASE_URL. An empty paper (migrated) is filled first; a filled one is measured as it is. Where the database runs on this
// machine, the processors' time is told beside the clock's: it is nearly the same however busy the machine is.

const ROUNDS = 3

async function measure(stories: number) {
  const { db } = await import("@/lib/db.server")
  if ((await db.story.count()) === 0) await makeStories(stories, 1, { log: console.log })
  const questions = [...QUERIES.map(({ q }) => q), ...COMMON]
  const now = new Date()
  const ask = (q: string) => search({ q, page: 1, section: null, topic: null, author: null, year: null }, now)
  for (const q of questions) await ask(q)
  const backends = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`
  const spent = () =>
    process.cpuUsage().user / 1e3 + process.cpuUsage().system / 1e3 + spentBy(backends.map(({ pid }) => pid))
  const lines: { q: string; took: number; cpu: number }[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const q of questions) {
      const [began, before] = [performance.now(), spent()]
      await ask(q)
      lines.push({ q, took: performance.now() - began, cpu: spent() - before })
    }
  console.log(`${await db.searchEntry.count()} live stories, ${lines.length} questions, ${cpus().length} processors`)
  console.log(`load ${loadavg()[0]?.toFixed(1)}`)
  for (const part of ["took", "cpu"] as const) {
    const all = lines.map((line) => line[part])
    const [median, most] = [quantile(all, 0.5), quantile(all, 0.95)]
    const name = part === "took" ? "by the clock" : "of processors"
    console.log(
      `${name}: median ${median.toFixed(0)} ms, p95 ${most.toFixed(0)} ms, most ${Math.max(...all).toFixed(0)} ms`,
    )
  }
  const costly = [...lines].sort((a, b) => b.cpu - a.cpu).slice(0, 12)
  for (const { q, cpu } of costly) console.log(`${cpu.toFixed(0).padStart(6)} ms of processors  ${q}`)
  process.exit(0)
}

/** Milliseconds on a processor, as Linux counts them; nothing where there is no such count. */
function spentBy(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      return sum + Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6
    } catch {
      return Number.NaN
    }
  }, 0)
}

void measure(Number(process.argv[2] ?? 200_000))
