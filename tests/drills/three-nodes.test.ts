import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import { type Nodes, openNodes } from "./nodes"

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
