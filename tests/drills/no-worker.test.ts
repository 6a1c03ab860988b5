import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "@playwright/test"
import { changeRights } from "@/lib/pictures/edit.server"
import { storePicture } from "@/lib/pictures/store.server"
import { ask } from "@/server/database"
import { cast, paragraph, rareWord, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"
import { at } from "../whole-paper"
import { type Nodes, openNodes } from "./nodes"
import { lookAt, pathOf } from "./reading"
import { secretsOf } from "./start"

let nodes: Nodes

const preload = pathToFileURL(join(__dirname, "no-worker.mjs")).href

test.beforeAll(async () => {
  test.setTimeout(240_000)
  nodes = await openNodes(1, () => ({ NODE_OPTIONS: `--import ${preload}` }))
})

test.afterAll(() => nodes?.close())

async function databaseTime() {
  const [row] = await ask<{ at: Date }>(nodes.server.url, "SELECT clock_timestamp() AS at")
  return row?.at.getTime() ?? Number.NaN
}

const inSeconds = async (seconds: number) => new Date((await databaseTime()) + seconds * 1_000)
const past = (at: Date) => expect.poll(databaseTime, { intervals: [20], timeout: 30_000 }).toBeGreaterThan(at.getTime())

test("with no worker alive, what is due is public to the first who asks, and on pages that were kept soon after", async () => {
  test.setTimeout(120_000)
  const [desk, origin] = [nodes.desk(0), nodes.node(0).origin]
  const front = async () => (await fetch(origin)).text()

  // The first who asks for it has it.
  let due = await inSeconds(4)
  const asked = await desk.schedule(await desk.write("Edition 1 of the drill", "world"), due)
  await past(due)
  expect(await lookAt(nodes.node(0), pathOf(asked))).toEqual({ status: 200, edition: 1, old: false })

  // Pages that were kept from before, also the one that said that there is nothing, are new although nobody asks for another.
  due = await inSeconds(4)
  const listed = await desk.schedule(await desk.write("Edition 2 of the drill", "world"), due)
  expect(await front()).not.toContain(listed.slug)
  expect((await lookAt(nodes.node(0), pathOf(listed))).status).toBe(404)
  await past(due)
  await expect.poll(front, { timeout: 5_000, intervals: [50] }).toContain(listed.slug)
  expect(await lookAt(nodes.node(0), pathOf(listed))).toEqual({ status: 200, edition: 2, old: false })

  const notice = { note: "It never happened.", at: await inSeconds(4) }
  await desk.act(await desk.read(listed), "withdraw-later", notice.note, notice.at)
  expect((await lookAt(nodes.node(0), pathOf(listed))).status).toBe(200)
  await past(notice.at)
  const status = async () => (await lookAt(nodes.node(0), pathOf(listed))).status
  await expect.poll(status, { timeout: 5_000, intervals: [50] }).toBe(410)
  expect(await front()).not.toContain(listed.slug)

  const acts = await ask<{ act: string; late: number; actorId: string | null }>(
    nodes.server.url,
    `SELECT e.act, e."actorId", extract(epoch FROM e.at - d.due)::float AS late
     FROM "StoryEvent" e JOIN "StoryEvent" d ON d."storyId" = e."storyId" AND d.due IS NOT NULL AND d.position < e.position
       AND (d.act, e.act) IN (('schedule', 'publish'), ('withdrawLater', 'withdraw'))
     WHERE e."storyId" = ANY($1::uuid[]) ORDER BY e.position`,
    [[asked.id, listed.id]],
  )
  expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
    ["publish", null],
    ["publish", null],
    ["withdraw", null],
  ])
  for (const { late } of acts) {
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late, "its real time, which is soon after").toBeLessThan(5)
  }
  const [jobs] = await ask<{ done: number }>(nodes.server.url, `SELECT count("doneAt")::int AS done FROM "Job"`)
  expect(jobs?.done, "no worker was alive").toBe(0)
})

test("with no worker alive, the end of a picture's rights takes it off the live page and the feed, and the newsroom says so", async ({
  page,
}) => {
  test.setTimeout(120_000)
  const [{ origin }, paper] = [nodes.node(0), { address: nodes.server.url, folder: nodes.place(0).folder }]
  const { ben, id, story } = await at(paper, async () => {
    const { ada, ben } = await cast()
    const bytes = await redAndBlue({ width: 300, height: 200 }).jpeg().toBuffer()
    const stored = await storePicture(ada, bytes, { alt: "Red and blue" })
    if ("refused" in stored) throw new Error(stored.refused)
    const { id } = stored.picture
    const block = { kind: "picture" as const, id: rareWord(), pictureId: id, caption: "", credit: "", alt: "Two" }
    return { ben, id, story: await storyIn("published", { section: "world", body: [block, paragraph("Words.")] }) }
  })
  const read = async (path: string) => (await fetch(origin + path)).text()
  const seen = async () => {
    const html = await read(`/world/${story.text.slug}`)
    return { shown: html.includes(id), told: html.includes("This picture is no longer available.") }
  }
  const file = async () => (await fetch(`${origin}/api/pictures/${id}-300.jpg`)).status
  const inFeed = async () => (await read("/world/feed.xml")).includes(id)
  await expect.poll(seen).toEqual({ shown: true, told: false })
  await expect.poll(inFeed).toBe(true)

  const until = await inSeconds(5)
  await at(paper, () => changeRights(ben, id, { for: "ours", sections: [], until, notIn: [], note: "" }))
  expect([await seen(), await file(), await inFeed()]).toEqual([{ shown: true, told: false }, 200, true])
  await past(until)
  // The page and the feed are kept in memory, and nobody asks for another one.
  await expect.poll(seen, { timeout: 5_000, intervals: [50] }).toEqual({ shown: false, told: true })
  expect(await file()).toBe(410)
  await expect.poll(inFeed, { timeout: 5_000, intervals: [50] }).toBe(false)

  await page.goto(`${origin}/newsroom/sign-in`)
  await page.getByLabel("Email").fill("ben@demo.test")
  await page.getByLabel("Password").fill(secretsOf(nodes.place(0)).demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible()
  await page.goto(`${origin}/newsroom/pictures/${id}`)
  await expect(
    page.getByText("Its rights have ended: readers have it no more, and stories that show it say so in its place."),
  ).toBeVisible()
  await expect(page.getByRole("region", { name: "History" })).toContainText("The rights ended: readers have it no more")
  const [jobs] = await ask<{ done: number }>(nodes.server.url, `SELECT count("doneAt")::int AS done FROM "Job"`)
  expect(jobs?.done, "no worker was alive").toBe(0)
})
