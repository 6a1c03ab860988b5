import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import { headlineOf } from "../desk"
import { signIn } from "./browser"
import type { Told } from "./desk"
import { type Nodes, openNodes } from "./nodes"
import { lookAt, pathOf, readOnAt } from "./reading"
import { openWire } from "./wire"

// Two nodes of one paper, of which the second reaches the database over a line of its own.
test.describe.configure({ mode: "serial" })

let nodes: Nodes
let wire: Awaited<ReturnType<typeof openWire>>

test.beforeAll(async () => {
  test.setTimeout(240_000)
  nodes = await openNodes(2)
  wire = await openWire(nodes.server.port)
  await nodes.open(1, { DATABASE_URL: nodes.server.url.replace(`:${nodes.server.port}/`, `:${wire.port}/`) })
})

test.afterAll(async () => {
  wire?.close()
  await nodes?.close()
})

const KILLS = Number(process.env.KILLS ?? 5)

test(`PostgreSQL is killed ${KILLS} times while four stories are changed: what was acknowledged is there, and nobody is shown an older page`, async () => {
  test.setTimeout(60_000 + KILLS * 60_000)
  const desks = [nodes.desk(0), nodes.desk(1)] as const
  const stories: Told[] = []
  for (let index = 0; index < 4; index++) stories.push(await desks[0].publishNew("Edition 0 of the drill", "world"))
  const acknowledged = new Map(stories.map(({ id }) => [id, 0]))
  for (const node of [0, 1])
    for (const story of stories) expect((await lookAt(nodes.node(node), pathOf(story))).edition).toBe(0)
  const readers = [0, 1].map((node) => readOnAt(nodes.node(node), stories.map(pathOf)))

  let writing = true
  let edition = 0
  const writers = stories.map(async (story, index) => {
    for (let turn = index; writing; turn++) {
      const [node, desk] = [turn % 2, desks[turn % 2 ? 1 : 0]]
      try {
        const mine = ++edition
        await desk.update(await desk.read(story), `Edition ${mine} of the drill`)
        acknowledged.set(story.id, mine)
        const { edition: shown, old } = await lookAt(nodes.node(node), pathOf(story))
        // Where the database went away just then, the page is as it was, and says so.
        if (!old) expect(shown, "who was told that it was done finds it done").toBeGreaterThanOrEqual(mine)
      } catch (error) {
        if (!/answered 5\d\d|answered 409|fetch failed/.test(String(error))) throw error
      }
    }
  })
  const all = Promise.all(writers)
  for (let kill = 0; kill < KILLS; kill++) {
    const before = edition
    await expect.poll(() => edition, { timeout: 60_000, intervals: [50] }).toBeGreaterThan(before + 8)
    await nodes.server.kill()
    await nodes.server.up()
    const done = Math.max(...acknowledged.values())
    await expect
      .poll(() => Math.max(...acknowledged.values()), { timeout: 60_000, message: "it goes on" })
      .toBeGreaterThan(done)
  }
  writing = false
  await all

  const rows = await ask<{ id: string; headline: string; versions: number; acts: number; entries: number }>(
    nodes.server.url,
    `SELECT s.id, v.headline, (SELECT count(*)::int FROM "Version" WHERE "storyId" = s.id) AS versions,
       (SELECT count(*)::int FROM "StoryEvent" WHERE "storyId" = s.id AND "versionId" IS NOT NULL) AS acts, v.number AS entries
     FROM "Story" s JOIN "Version" v ON v.id = s."liveId" WHERE s.id = ANY($1::uuid[])`,
    [stories.map(({ id }) => id)],
  )
  expect(rows).toHaveLength(stories.length)
  for (const { id, headline, versions, acts, entries } of rows) {
    const live = Number(/Edition (\d+)/.exec(headline)?.[1])
    expect(live, "what was acknowledged last").toBeGreaterThanOrEqual(acknowledged.get(id) ?? Number.NaN)
    expect([acts, entries], "each version has its act, and none is left out").toEqual([versions, versions])
    const story = stories.find((one) => one.id === id)
    for (const node of [0, 1])
      await expect
        .poll(() => lookAt(nodes.node(node), pathOf(story as Told)), { timeout: 15_000 })
        .toEqual({ status: 200, edition: live, old: false })
  }
  for (const end of readers) {
    const { wrong, seen } = await end()
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(100)
  }
})

for (const how of ["cut", "silence"] as const)
  test(`a node whose line to the database is ${how === "cut" ? "cut" : "silent"} for thirty seconds shows no older page, and has everything soon after`, async () => {
    test.setTimeout(180_000)
    const desk = nodes.desk(0)
    let story = await desk.publishNew("Edition 1 of the drill", "world")
    const gone = await desk.publishNew("A story that goes meanwhile", "world")
    for (const one of [story, gone])
      await expect.poll(async () => (await lookAt(nodes.node(1), pathOf(one))).status).toBe(200)
    const end = readOnAt(nodes.node(1), [pathOf(story), "/"])
    const began = performance.now()
    wire[how]()
    let edition = 1
    while (performance.now() - began < 30_000) {
      story = await desk.update(story, `Edition ${++edition} of the drill`)
      expect(await lookAt(nodes.node(0), pathOf(story))).toEqual({ status: 200, edition, old: false })
    }
    await desk.act(gone, "withdraw", "It never happened.")
    expect((await lookAt(nodes.node(1), pathOf(story))).old, "it says that it is old").toBe(true)
    wire.mend()
    await expect
      .poll(() => lookAt(nodes.node(1), pathOf(story)), { timeout: 15_000, intervals: [20] })
      .toEqual({ status: 200, edition, old: false })
    await expect.poll(async () => (await lookAt(nodes.node(1), pathOf(gone))).status, { timeout: 15_000 }).toBe(410)
    const { wrong, seen } = await end()
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(100)
  })

test("a screen that is opened while the database is away says so, and is there by itself once it is back", async ({
  page,
}) => {
  test.setTimeout(120_000)
  const desk = nodes.desk(0)
  const story = await desk.write("Opened in the dark", "world")
  await signIn(page, nodes.node(1), nodes.place(0), "ben@demo.test")
  wire.cut()
  await page.goto(`${nodes.node(1).origin}/newsroom/stories/${story.id}`)
  await expect(page.getByText("This screen could not be shown")).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole("status")).toContainText("It is tried again by itself.")
  wire.mend()
  await expect(headlineOf(page)).toHaveValue("Opened in the dark", { timeout: 60_000 })
})
