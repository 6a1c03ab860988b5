import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import { deskAt } from "./desk"
import { ownServer } from "./own-server"
import { newPlace, type Place, type Start, secretsOf, serving, start, stop } from "./start"

// Three nodes of one paper, of which two have clocks that nobody set: what counts is the database's time.
test.describe.configure({ mode: "serial" })

const HOUR = 3_600_000
const CLOCKS = [0, 2 * HOUR, -90 * 24 * HOUR]

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
