import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import { deskAt, type Told } from "./desk"
import { ownServer } from "./own-server"
import { childrenOf, newPlace, type Place, type Start, secretsOf, serving, start, stop } from "./start"

// Three nodes of one paper, of which two have clocks that nobody set: what counts is the database's time.
test.describe.configure({ mode: "serial" })

const HOUR = 3_600_000
const CLOCKS = [0, 2 * HOUR, -90 * 24 * HOUR]
const MANY = 500

let server: Awaited<ReturnType<typeof ownServer>>
const places: Place[] = []
const nodes: Start[] = []
let shared: Record<string, string>

const clock = (off: number): Record<string, string> =>
  off
    ? { NODE_OPTIONS: `--import ${pathToFileURL(join(__dirname, "other-clock.mjs")).href}`, CLOCK_OFF: String(off) }
    : {}

const started = (index: number) => serving(start(place(index), { ...shared, ...clock(CLOCKS[index] ?? 0) }))

test.beforeAll(async () => {
  test.setTimeout(360_000)
  server = await ownServer()
  for (const _ of CLOCKS) places.push(await newPlace())
  shared = { DATABASE_URL: server.url, NODE_ENV: "development" }
  nodes[0] = await started(0)
  shared.AUTH_SECRET = secretsOf(place(0)).authSecret
  for (const index of [1, 2]) nodes[index] = await started(index)
})

test.afterAll(async () => {
  await Promise.all(nodes.map((node) => stop(node, "SIGTERM")))
  await server?.down()
  for (const one of [...places, server]) one?.remove()
})

const place = (index: number) => places[index] as Place
const node = (index: number) => nodes[index] as Start
const desk = (index: number) => deskAt(node(index).origin, place(index), shared)
const desks = () => CLOCKS.map((_, index) => desk(index))
const pathOf = ({ section, slug }: Told) => `/${section}/${slug}`
const quantile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN

/** The right time, whatever the clock of this machine says. */
async function databaseTime() {
  const [row] = await ask<{ at: Date }>(server.url, "SELECT clock_timestamp() AS at")
  return row?.at.getTime() ?? Number.NaN
}

/** Does the work for each of these, a few at a time, on the nodes in turns. */
async function spread<T, R>(
  all: readonly T[],
  work: (one: T, desk: ReturnType<typeof deskAt>, index: number) => Promise<R>,
) {
  const [hands, done] = [desks(), [] as R[]]
  let next = 0
  const hand = async () => {
    for (let index = next++; index < all.length; index = next++)
      done[index] = await work(all[index] as T, hands[index % hands.length] as (typeof hands)[number], index)
  }
  await Promise.all(Array.from({ length: 6 }, hand))
  return done
}

/** Everything of a node at once, as when its machine loses power. */
async function cut(index: number) {
  const children = Object.values(await childrenOf(place(index)))
  node(index).child.kill("SIGKILL")
  for (const { pid } of children) {
    try {
      process.kill(pid, "SIGKILL")
    } catch {}
  }
  await node(index).ended
}

test("fifty people press Publish at once, on three nodes: one transition, one version, one event", async () => {
  test.setTimeout(120_000)
  const told = await desk(0).write("Published by fifty", "world")
  const hands = desks()
  const pressed = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => hands[index % hands.length]?.act(told, "publish")),
  )
  expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const refused = pressed.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []))
  for (const why of refused) expect(why).toMatch(/answered (409|422)/)
  expect(await desk(1).versions(told)).toHaveLength(1)
  const [events] = await ask<{ count: number }>(
    server.url,
    `SELECT count(*)::int AS count FROM "StoryEvent" WHERE "storyId" = $1 AND act = 'publish'`,
    [told.id],
  )
  expect(events?.count).toBe(1)
})

test(`of ${MANY} stories that are due within ten seconds each goes out once, and in time, though nodes are killed`, async () => {
  test.setTimeout(600_000)
  const drafts = await spread(Array.from({ length: MANY }), (_, one, index) => one.write(`Due ${index}`, "world"))
  const begin = (await databaseTime()) + 60_000
  const dueAt = (index: number) => new Date(begin + Math.floor((index * 10_000) / MANY))
  await spread(drafts, (told, one, index) => one.schedule(told, dueAt(index)))
  expect(await databaseTime(), "all were scheduled before the first was due").toBeLessThan(begin)
  for (const [index, within] of [
    [1, 1_000 + Math.random() * 3_000],
    [2, 5_000 + Math.random() * 3_000],
  ] as const) {
    await expect.poll(databaseTime, { timeout: 90_000, intervals: [100] }).toBeGreaterThan(begin + within)
    await cut(index)
  }
  const done = async () => {
    const [row] = await ask<{ count: number }>(
      server.url,
      `SELECT count(*)::int AS count FROM "Story" WHERE id = ANY($1::uuid[]) AND status = 'published'`,
      [drafts.map(({ id }) => id)],
    )
    return row?.count
  }
  await expect.poll(done, { timeout: 60_000 }).toBe(MANY)
  const rows = await ask<{ late: number; count: number; moved: boolean }>(
    server.url,
    `SELECT (extract(epoch FROM min(at) - min(due)) * 1000)::float AS late, count(*)::int AS count, bool_or("actorId" IS NOT NULL) AS moved
     FROM "StoryEvent" WHERE "storyId" = ANY($1::uuid[]) AND act = 'publish' GROUP BY "storyId"`,
    [drafts.map(({ id }) => id)],
  )
  expect(rows).toHaveLength(MANY)
  expect(rows.filter(({ count, moved }) => count !== 1 || moved)).toEqual([])
  const late = rows.map((row) => row.late)
  console.log(
    `late: p50 ${quantile(late, 0.5).toFixed(0)} ms, p99 ${quantile(late, 0.99).toFixed(0)} ms, most ${Math.max(...late).toFixed(0)} ms`,
  )
  expect(Math.min(...late), "none before its time").toBeGreaterThanOrEqual(0)
  expect(quantile(late, 0.99)).toBeLessThanOrEqual(1_000)
  for (const index of [1, 2]) nodes[index] = await started(index)
})

const FEEDS = ["/feed.xml", "/feed.json", "/world/feed.xml", "/sitemap.xml", "/news-sitemap.xml"]

test("what is withdrawn is gone from every surface of every node, pages within 100 ms, feeds, search and sitemaps within a second", async () => {
  test.setTimeout(300_000)
  const took = { pages: [] as number[], lists: [] as number[] }
  for (let turn = 0; turn < 20; turn++) {
    const told = await desk(0).publishNew(`Withdrawn xylophonist ${turn}`, "world")
    const path = pathOf(told)
    const search = `/search?q=xylophonist+${turn}`
    const places = CLOCKS.flatMap((_, index) => {
      const { origin } = node(index)
      const at = (surfaces: string[], kind: "pages" | "lists") => surfaces.map((surface) => ({ origin, surface, kind }))
      return [...at([path, "/", "/world"], "pages"), ...at([...FEEDS, search], "lists")]
    })
    const has = async ({ origin, surface }: { origin: string; surface: string }) => {
      const answer = await fetch(origin + surface)
      const text = await answer.text()
      return surface === path ? answer.status === 200 : text.includes(told.slug)
    }
    for (const one of places.filter(({ surface }) => surface !== "/news-sitemap.xml"))
      await expect.poll(() => has(one), { timeout: 20_000, message: one.origin + one.surface }).toBe(true)
    let acted = Number.NaN
    const withdrawing = desk(turn % 3)
      .act(told, "withdraw", "It never happened.")
      .then(() => {
        acted = performance.now()
      })
    await withdrawing
    await Promise.all(
      places.map(async (one) => {
        await expect.poll(() => has(one), { timeout: 20_000, intervals: [5], message: one.surface }).toBe(false)
        took[one.kind].push(performance.now() - acted)
      }),
    )
  }
  for (const [kind, times] of Object.entries(took))
    console.log(`${kind}: p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`)
  expect(quantile(took.pages, 0.95)).toBeLessThanOrEqual(100)
  expect(quantile(took.lists, 0.95)).toBeLessThanOrEqual(1_000)
})

test("receipts, the record and what is coming tell the database's time on every node, whatever its clock says", async () => {
  const told = await desk(2).publishNew("Published by a node that is ninety days behind", "world")
  const [version] = await desk(1).versions(told)
  expect(Math.abs(new Date(version?.madeAt ?? 0).getTime() - (await databaseTime()))).toBeLessThan(60_000)
  const whole = async () =>
    (await desk(1).receipts(told)).map(({ entry, confirmed, waiting }) => [
      entry !== null,
      confirmed.length,
      waiting.length,
    ])
  await expect.poll(whole, { timeout: 60_000 }).toEqual([[true, 3, 0]])
  const [receipt] = await desk(2).receipts(told)
  for (const { milliseconds } of receipt?.confirmed ?? []) expect(milliseconds).toBeLessThan(60_000)
  // A moment that is past for one node and to come for another is to come.
  const draft = await desk(0).write("Due in an hour", "world")
  const scheduled = await desk(1).schedule(draft, new Date((await databaseTime()) + HOUR))
  await expect.poll(async () => (await fetch(node(2).origin + pathOf(scheduled))).status).toBe(404)
  await expect(
    desk(2).schedule(await desk(0).write("Due before now", "world"), new Date((await databaseTime()) - HOUR)),
  ).rejects.toThrow(/422/)
  for (const index of [0, 1, 2]) expect((await fetch(`${node(index).origin}/api/health/ready`)).status).toBe(200)
})
