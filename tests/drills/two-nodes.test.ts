import { expect, test } from "@playwright/test"
import type { Told } from "./desk"
import { type Nodes, openNodes } from "./nodes"
import { lookAt, pathOf, readOnAt } from "./reading"

// Two nodes of one paper, on a database that belongs to neither. Every test takes them as the one before has left them.
test.describe.configure({ mode: "serial" })

let nodes: Nodes
let story: Told

test.beforeAll(async () => {
  test.setTimeout(240_000)
  nodes = await openNodes(2)
  await nodes.open(1)
})

test.afterAll(() => nodes?.close())

const look = (index: number, path: string) => lookAt(nodes.node(index), path)
const readOn = (index: number, paths: string[]) => readOnAt(nodes.node(index), paths)

test("what one node publishes the other shows, never an older page after a newer one; withdrawn is gone on both", async () => {
  const desk = nodes.desk(0)
  story = await desk.publishNew("Edition 1 of the drill", "world")
  const path = pathOf(story)
  await expect.poll(() => look(1, path)).toEqual({ status: 200, edition: 1, old: false })
  const ends = [readOn(0, [path]), readOn(1, [path, path])]
  for (let edition = 2; edition <= 30; edition++) {
    story = await desk.update(story, `Edition ${edition} of the drill`)
    expect(await look(0, path), "who was told that it was done finds it done").toEqual({
      status: 200,
      edition,
      old: false,
    })
    await expect.poll(() => look(1, path), { intervals: [10] }).toEqual({ status: 200, edition, old: false })
  }
  const gone = await desk.publishNew("A story that goes", "world")
  await expect.poll(async () => (await look(1, pathOf(gone))).status).toBe(200)
  const readGone = readOn(1, [pathOf(gone)])
  await desk.act(gone, "withdraw", "It never happened.")
  expect((await look(0, pathOf(gone))).status).toBe(410)
  await expect.poll(async () => (await look(1, pathOf(gone))).status, { intervals: [10] }).toBe(410)
  for (const page of ["/", "/feed.json", "/sitemap.xml"])
    await expect.poll(async () => (await fetch(nodes.node(1).origin + page)).text()).not.toContain(gone.slug)
  for (const end of [...ends, readGone]) {
    const { wrong, seen } = await end()
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(10)
  }
})

test("every act has a receipt from both nodes, and its entry in the record", async () => {
  const desk = nodes.desk(0)
  const told = await desk.publishNew("Edition 1 of the drill, with a receipt", "world")
  const corrected = await nodes.desk(1).act(told, "correct", "It was otherwise.")
  await desk.act(corrected, "withdraw", "Not so.")
  const whole = async () => {
    const receipts = await desk.receipts(told)
    return receipts.map(({ entry, confirmed, waiting }) => [entry !== null, confirmed.length, waiting.length])
  }
  await expect.poll(whole, { timeout: 30_000 }).toEqual(Array(3).fill([true, 2, 0]))
  const [first] = await desk.receipts(told)
  expect(new Set(first?.confirmed.map(({ node }) => node)).size).toBe(2)
})

test("a node that is killed takes nothing with it: the other publishes on, and the first one knows it when it is back", async () => {
  await nodes.cut(0)
  const end = readOn(1, ["/", pathOf(story)])
  story = await nodes.desk(1).update(story, "Edition 31 of the drill")
  expect(await look(1, pathOf(story))).toEqual({ status: 200, edition: 31, old: false })
  expect((await end()).wrong).toEqual([])
  await nodes.open(0)
  expect(await look(0, pathOf(story))).toEqual({ status: 200, edition: 31, old: false })
  story = await nodes.desk(0).update(story, "Edition 32 of the drill")
  await expect.poll(() => look(1, pathOf(story)), { intervals: [10] }).toEqual({ status: 200, edition: 32, old: false })
})
