import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import type { Told } from "./desk"
import { type Nodes, openNodes } from "./nodes"
import { quantile } from "./quantile"
import { pathOf } from "./reading"

// Three nodes of one paper, of which two have clocks that nobody set: what counts is the database's time.
test.describe.configure({ mode: "serial" })

const HOUR = 3_600_000
const CLOCKS = [0, 2 * HOUR, -90 * 24 * HOUR]

let nodes: Nodes

const clock = (off = 0): Record<string, string> =>
  off
    ? { NODE_OPTIONS: `--import ${pathToFileURL(join(__dirname, "other-clock.mjs")).href}`, CLOCK_OFF: String(off) }
    : {}

test.beforeAll(async () => {
  test.setTimeout(360_000)
  nodes = await openNodes(CLOCKS.length, (index) => clock(CLOCKS[index]))
  for (const index of [1, 2]) await nodes.open(index)
})

test.afterAll(() => nodes?.close())

test("fifty people press Publish at once, on three nodes: one transition, one version, one event", async () => {
  test.setTimeout(120_000)
  const told = await nodes.desk(0).write("Published by fifty", "world")
  const hands = CLOCKS.map((_, index) => nodes.desk(index))
  const pressed = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => hands[index % hands.length]?.act(told, "publish")),
  )
  expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const refused = pressed.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []))
  for (const why of refused) expect(why).toMatch(/answered (409|422)/)
  expect(await nodes.desk(1).versions(told)).toHaveLength(1)
  const [events] = await ask<{ count: number }>(
    nodes.server.url,
    `SELECT count(*)::int AS count FROM "StoryEvent" WHERE "storyId" = $1 AND act = 'publish'`,
    [told.id],
  )
  expect(events?.count).toBe(1)
})

/** The right time, whatever the clock of this machine says. */
async function databaseTime() {
  const [row] = await ask<{ at: Date }>(nodes.server.url, "SELECT clock_timestamp() AS at")
  return row?.at.getTime() ?? Number.NaN
}

/** The sitemap in which new stories are: the index names it. */
async function newestSitemap(origin: string): Promise<string> {
  const index = await (await fetch(`${origin}/sitemap.xml`)).text()
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname)
  const month = new Date(await databaseTime()).toISOString().slice(0, 7)
  return parts.find((part) => part.includes(month)) ?? "/sitemap.xml"
}

const PAGES = ["/", "/world"]
const LISTS = ["/feed.xml", "/feed.json", "/world/feed.xml", "/news-sitemap.xml"]

test("what is withdrawn is gone from every surface of every node, pages within 100 ms, feeds, search and sitemaps within a second", async () => {
  test.setTimeout(300_000)
  const desks = CLOCKS.map((_, index) => nodes.desk(index))
  const lists = [...LISTS, await newestSitemap(nodes.node(0).origin)]
  const took = { pages: [] as number[], lists: [] as number[] }
  for (let turn = 0; turn < 20; turn++) {
    const desk = desks[turn % desks.length]
    const told = (await desk?.publishNew(`Withdrawn xylophonist ${turn}`, "world")) as Told
    const path = pathOf(told)
    const has = async (surface: string) => {
      const answer = await fetch(surface)
      const text = await answer.text()
      return surface.endsWith(path) ? answer.status === 200 : text.includes(told.slug)
    }
    const surfaces = CLOCKS.flatMap((_, index) => {
      const at = (paths: string[], kind: keyof typeof took) =>
        paths.map((one) => ({ surface: nodes.node(index).origin + one, kind }))
      return [...at([path, ...PAGES], "pages"), ...at([...lists, `/search?q=xylophonist+${turn}`], "lists")]
    })
    for (const { surface } of surfaces)
      await expect.poll(() => has(surface), { timeout: 20_000, message: surface }).toBe(true)
    await desk?.act(told, "withdraw", "It never happened.")
    const acted = performance.now()
    await Promise.all(
      surfaces.map(async ({ surface, kind }) => {
        // The last reader who was still given it is the one who asked then.
        let last = acted
        for (let began = acted; await has(surface); began = performance.now()) last = began
        took[kind].push(last - acted)
      }),
    )
  }
  for (const [kind, times] of Object.entries(took))
    test.info().annotations.push({
      type: kind,
      description: [0.5, 0.95, 1].map((part) => `p${part * 100} ${quantile(times, part).toFixed(0)} ms`).join(", "),
    })
  expect(quantile(took.pages, 0.95)).toBeLessThanOrEqual(100)
  expect(quantile(took.lists, 0.95)).toBeLessThanOrEqual(1_000)
})

test("receipts, the record and what is coming tell the database's time on every node, whatever its clock says", async () => {
  const [right, ahead, behind] = CLOCKS.map((_, index) => nodes.desk(index))
  if (!right || !ahead || !behind) throw new Error("There are three nodes.")
  const told = await behind.publishNew("Published by a node that is ninety days behind", "world")
  const [version] = await ahead.versions(told)
  expect(Math.abs(new Date(version?.madeAt ?? 0).getTime() - (await databaseTime()))).toBeLessThan(60_000)
  const whole = async () =>
    (await ahead.receipts(told)).map(({ entry, confirmed, waiting }) => [
      entry !== null,
      confirmed.length,
      waiting.length,
    ])
  await expect.poll(whole, { timeout: 60_000 }).toEqual([[true, 3, 0]])
  const [receipt] = await behind.receipts(told)
  expect(Math.max(...(receipt?.confirmed ?? []).map(({ milliseconds }) => milliseconds))).toBeLessThan(60_000)
  // A moment that is past for one node and to come for another is to come.
  const scheduled = await ahead.schedule(
    await right.write("Due in an hour", "world"),
    new Date((await databaseTime()) + HOUR),
  )
  expect((await fetch(nodes.node(2).origin + pathOf(scheduled))).status).toBe(404)
  const tooLate = behind.schedule(await right.write("Due before now", "world"), new Date((await databaseTime()) - HOUR))
  await expect(tooLate).rejects.toThrow(/409.*That time has passed/)
  for (const index of [0, 1, 2]) expect((await fetch(`${nodes.node(index).origin}/api/health/ready`)).status).toBe(200)
})
