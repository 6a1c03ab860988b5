import { setTimeout as sleep } from "node:timers/promises"
import { ask } from "../../server/database"
import { openSection } from "../../tests/newsroom"
import { draftIn, hireEditor } from "../editor"
import { atMost, number, type Outcome, table } from "../figures"
import { type Answer, call } from "../load"
import { inPlace, type Place } from "../place"
import { pidsOf } from "../processes"
import { ACCEPT } from "../readers"
import { AWAY } from "../sizes"

const INTERVAL = 20 // 50 reads a second

type Line = { how: string; reads: number; errors: number; stale: number; slowest: number; rightAfter: number }

/** PostgreSQL is away while readers read pages that were asked for before: stopped, and frozen so that it does not even refuse. */
export function outage(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const node = await place.node()
    const paths = await livePaths(place)
    const freeze = (signal: NodeJS.Signals) => async () => {
      for (const pid of pidsOf([place.pid()])) process.kill(pid, signal)
    }
    const ways = [
      { how: "stopped", away: place.stopDatabase, back: place.startDatabase },
      // Processes are found in /proc.
      ...(process.platform === "linux" ? [{ how: "frozen", away: freeze("SIGSTOP"), back: freeze("SIGCONT") }] : []),
    ]
    const lines: Line[] = []
    for (const { how, away, back } of ways) {
      for (const path of paths) await get(node.origin, path)
      await away()
      const seen = await readWhileAway(node.origin, paths).finally(back)
      lines.push({ how, ...seen, rightAfter: await isRightAgain(node.origin) })
    }
    return tell(lines)
  })
}

const get = (origin: string, path: string): Promise<Answer> =>
  call({ method: "GET", url: new URL(path, origin), headers: { ...ACCEPT, "accept-encoding": "identity" } })

/** The front, the sections, and every story that is live. */
async function livePaths({ databaseUrl }: Place): Promise<string[]> {
  const stories = await ask<{ path: string }>(
    databaseUrl,
    `SELECT '/' || section || '/' || slug AS path FROM "Story" WHERE "liveId" IS NOT NULL`,
  )
  const sections = await ask<{ path: string }>(databaseUrl, `SELECT '/' || slug AS path FROM "Section"`)
  return ["/", ...sections, ...stories].map((one) => (typeof one === "string" ? one : one.path))
}

async function readWhileAway(origin: string, paths: readonly string[]) {
  const seen = { reads: 0, errors: 0, stale: 0, slowest: 0 }
  const one = async (path: string) => {
    const began = performance.now()
    const answer = await get(origin, path).catch(() => null)
    seen.reads++
    seen.slowest = Math.max(seen.slowest, performance.now() - began)
    if (answer?.status !== 200) seen.errors++
    else if (answer.headers.age) seen.stale++
  }
  const under: Promise<void>[] = []
  const until = performance.now() + AWAY * 1_000
  for (let at = 0; performance.now() < until; at++) {
    under.push(one(paths[at % paths.length] ?? "/"))
    await sleep(INTERVAL)
  }
  await Promise.all(under)
  return seen
}

/** How long until an editor can publish again and the page shows it, in milliseconds since the database was let back. */
async function isRightAgain(origin: string): Promise<number> {
  const began = performance.now()
  while (await get(origin, "/api/health/ready").then(({ status }) => status !== 200)) await sleep(50)
  const { slug } = await openSection()
  const editor = await hireEditor(origin)
  const written = draftIn(await editor.write("Written after the outage", slug, `after-${slug}`))
  draftIn(await editor.perform(written, "publish"))
  editor.leave()
  const [story, section] = [await get(origin, `/${slug}/after-${slug}`), await get(origin, `/${slug}`)]
  for (const page of [story, section])
    if (page.status !== 200 || page.headers.age || !page.body.includes("Written after the outage"))
      throw new Error("After the outage a page is not right.")
  return performance.now() - began
}

function tell(lines: readonly Line[]): Outcome {
  const head = ["PostgreSQL", "reads", "errors", "said to be stale", "slowest ms", "back and right after ms"]
  const rows = lines.map(({ how, reads, errors, stale, slowest, rightAfter }) => [
    ...[how, String(reads), String(errors), String(stale), number(slowest), number(rightAfter)],
  ])
  return {
    tables: [
      table(`Reading pages that were asked for before, while PostgreSQL is away for ${AWAY} s`, [head, ...rows]),
    ],
    figures: { lines },
    bars: lines.map(({ how, errors }) => atMost(`errors while PostgreSQL is ${how}`, errors, 0)),
  }
}
