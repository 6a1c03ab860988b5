import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { expect, test } from "@playwright/test"
import { inSnapshot } from "@/server/backup/tables"
import { ask } from "@/server/database"
import { faultsOf } from "@/server/record/verify"
import { cleanEnvironment } from "@/server/test/paper"
import { deskAt, type Told } from "./desk"
import type { Order } from "./dying-act"
import { ownServer } from "./own-server"
import { newPlace, type Place, type Start, secretsOf, serving, start, stop } from "./start"

// kill -9 at every point of an act at which the database is told something: it is done, or it is not.
test.describe.configure({ mode: "serial" })

/** How often a process dies at each point; fewer, in a hurry: KILLS=3. */
const TIMES = Number(process.env.KILLS ?? 25)
/** The points at which it dies: before each statement that changes something, before it is settled, and when it is, before anybody is told. */
const WRITES = /^(INSERT|UPDATE|DELETE|WITH|COMMIT|SELECT pg_notify|done)/
const AHEAD = 3
const ACTS = ["publish", "correct", "withdraw"] as const
type Verb = (typeof ACTS)[number]

let server: Awaited<ReturnType<typeof ownServer>>
let place: Place
let paper: Start
let desk: ReturnType<typeof deskAt>
let environment: Record<string, string | undefined>

test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await ownServer()
  place = await newPlace()
  const given = { DATABASE_URL: server.url, NODE_ENV: "development" }
  paper = await serving(start(place, given))
  desk = deskAt(paper.origin, place, given)
  const { authSecret, recordKey } = secretsOf(place)
  environment = {
    ...cleanEnvironment(),
    ...given,
    AUTH_SECRET: authSecret,
    RECORD_KEY: recordKey,
    DATA_DIR: place.folder,
    PUBLIC_ORIGIN: paper.origin,
    TSX_TSCONFIG_PATH: "tsconfig.node.json",
  }
})

test.afterAll(async () => {
  for (const child of waiting) child.kill("SIGKILL")
  await stop(paper, "SIGTERM")
  await server?.down()
  for (const one of [place, server]) one?.remove()
})

/** Processes that were started beforehand and wait for what to do. */
const waiting: ChildProcess[] = []

function nextChild(): ChildProcess {
  while (waiting.length < AHEAD) {
    const args = ["--import", "tsx", "tests/drills/dying-act.ts"]
    waiting.push(
      spawn(process.execPath, args, { env: environment as NodeJS.ProcessEnv, stdio: ["pipe", "pipe", "inherit"] }),
    )
  }
  return waiting.shift() as ChildProcess
}

/** Has a process of its own do this. What it told of itself, if it lived; how it ended. */
async function obeyed(order: Omit<Order, "actor" | "note">) {
  const child = nextChild()
  const ended = new Promise<string>((done) => child.once("exit", (code, signal) => done(signal ?? String(code))))
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const told: string[] = []
  lines.on("line", (line) => told.push(line))
  child.stdin?.write(
    `${JSON.stringify({ ...order, actor: "ben@demo.test", note: order.act === "publish" ? "" : "It was otherwise." })}\n`,
  )
  const how = await ended
  const last = told.find((line) => line.startsWith("{"))
  return { how, told: last ? (JSON.parse(last) as { statements: string[]; refused: unknown }) : null }
}

/** What every table tells of the story: its state, its versions, events, address and entry for search. */
async function standing(id: string) {
  const [row] = await ask<{ status: string; revision: number; versions: number; events: number; sound: boolean }>(
    server.url,
    `SELECT s.status, s.revision, (SELECT count(*)::int FROM "Version" v WHERE v."storyId" = s.id) AS versions,
       (SELECT count(*)::int FROM "StoryEvent" e WHERE e."storyId" = s.id AND e.act IN ('publish', 'correct', 'withdraw')) AS events,
       (s."liveId" IS NOT NULL) = (s.status = 'published')
         AND (s.status = 'published') = EXISTS (SELECT FROM "SearchEntry" e WHERE e."storyId" = s.id AND e."versionId" = s."liveId")
         AND (s."liveId" IS NULL OR EXISTS (SELECT FROM "Address" a WHERE a."storyId" = s.id)) AS sound
     FROM "Story" s WHERE s.id = $1`,
    [id],
  )
  if (!row) throw new Error("The story is gone.")
  return row
}

/** A story to which this may happen next. */
async function storyFor(act: Verb, told?: Told): Promise<Told> {
  if (act === "publish") return desk.write(`Published under fire ${Math.random().toString(36).slice(2)}`, "world")
  if (act === "withdraw" || !told)
    return desk.publishNew(`Live under fire ${Math.random().toString(36).slice(2)}`, "world")
  return told
}

/** points of all acts together */
let tried = 0

for (const act of ACTS)
  test(`a process that is killed at any point of "${act}" has done all of it, or nothing`, async () => {
    test.setTimeout(1_800_000)
    const sample = await storyFor(act)
    const { told } = await obeyed({ act, id: sample.id, revision: sample.revision, dieAt: null })
    const all = (told?.statements ?? [])
      .map((name, index) => [name, index + 1] as const)
      .filter(([name]) => WRITES.test(name))
    // Where there are many every other one, and the last: each costs a process, and there are as many of them as the drill asks for.
    const points = all.length < 12 ? all : all.filter((_, index) => (all.length - 1 - index) % 2 === 0)
    expect(points.length, JSON.stringify(told)).toBeGreaterThanOrEqual(6)
    tried += points.length
    console.log(`${act}: ${points.length} points, ${TIMES} times each`)
    const deaths = points.flatMap((point) => Array<typeof point>(TIMES).fill(point))
    let [story, whole]: [Told | null, number] = [null, 0]
    for (const [name, dieAt] of deaths) {
      story ??= await storyFor(act)
      const revision = await dying(act, story, dieAt, `${act} ${dieAt}: ${name}`)
      if (revision === null) continue
      whole++
      story = act === "correct" ? { ...story, revision } : null
    }
    console.log(`${act}: all of it ${whole} times, nothing ${deaths.length - whole} times`)
    expect(whole).toBeGreaterThanOrEqual(TIMES)
    expect(whole).toBeLessThan(deaths.length)
  })

/** Kills a process at this point of the act. The story's revision when all of it is done, null when nothing is; anything between is a failure. */
async function dying(act: Verb, { id, revision }: Told, dieAt: number, point: string): Promise<number | null> {
  const before = await standing(id)
  const { how } = await obeyed({ act, id, revision, dieAt })
  expect(how, point).toBe("SIGKILL")
  const after = await settled(id)
  if (after.events === before.events) {
    expect(after, point).toEqual(before)
    return null
  }
  expect(after, point).toEqual({
    revision: before.revision + 1,
    events: before.events + 1,
    versions: before.versions + (act === "withdraw" ? 0 : 1),
    status: act === "withdraw" ? "withdrawn" : "published",
    sound: true,
  })
  return after.revision
}

/** As it is once the server has noticed that nobody is there any more: no transaction of a dead process is open. */
async function settled(id: string) {
  const open = async () => {
    const [row] = await ask<{ count: number }>(
      server.url,
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'`,
    )
    return row?.count
  }
  await expect.poll(open, { timeout: 30_000, intervals: [5, 10, 20, 50] }).toBe(0)
  return standing(id)
}

test("after a restart receipts, pages, feeds and the record agree on all of it within ten seconds", async () => {
  test.setTimeout(180_000)
  expect(tried, "points at which processes were killed").toBeGreaterThanOrEqual(20)
  await stop(paper, "SIGKILL")
  paper = await serving(start(place, { DATABASE_URL: server.url, NODE_ENV: "development" }))
  const rows = await ask<{ id: string; status: string; section: string; slug: string; headline: string }>(
    server.url,
    `SELECT DISTINCT ON (s.id) s.id, s.status, a.section, a.slug FROM "Story" s JOIN "Address" a ON a."storyId" = s.id
     WHERE s.headline LIKE '%under fire%' ORDER BY s.id DESC LIMIT 60`,
  )
  expect(rows.length).toBeGreaterThan(2 * TIMES)
  const disagree = async () => {
    const feed = await (await fetch(`${paper.origin}/news-sitemap.xml`)).text()
    const wrong: string[] = []
    for (const { id, status, section, slug } of rows) {
      const path = `/${section}/${slug}`
      const answer = (await fetch(paper.origin + path)).status
      if (answer !== (status === "published" ? 200 : 410)) wrong.push(`${path} is ${status} and answers ${answer}`)
      if (feed.includes(`${path}<`) !== (status === "published"))
        wrong.push(`${path} is ${status}; the sitemap says otherwise`)
      const receipts = await desk.receipts({ id } as Told)
      if (receipts.some(({ entry }) => entry === null)) wrong.push(`${path} has an act that is not in the record`)
    }
    return wrong
  }
  await expect.poll(disagree, { timeout: 10_000 }).toEqual([])
  const { wrong } = await inSnapshot(server.url, (client) => faultsOf(client))
  expect(wrong).toEqual([])
})
