import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import type { Told } from "./desk"
import { type Nodes, openNodes } from "./nodes"
import { secretsOf } from "./start"

// Stories that are due: while nobody lives, and on two nodes of which one is killed.
test.describe.configure({ mode: "serial" })

const MANY = 40

let nodes: Nodes

test.beforeAll(async () => {
  test.setTimeout(240_000)
  nodes = await openNodes(2)
})

test.afterAll(() => nodes?.close())

const pathOf = ({ section, slug }: Told) => `/${section}/${slug}`
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000)
const has = (moment: Date) => expect.poll(() => Date.now() > moment.getTime(), { timeout: 60_000 }).toBe(true)

test("what was due while no node lived is public with the first answer after the next start", async () => {
  const ben = nodes.desk(0)
  const [dark, tomorrow] = [await ben.write("Due in the dark", "world"), await ben.write("Due tomorrow", "world")]
  const at = inSeconds(6)
  const story = await ben.schedule(dark, at)
  const later = await ben.schedule(tomorrow, inSeconds(86_400))
  const path = pathOf(story)
  expect((await fetch(nodes.node(0).origin + path)).status).toBe(404)
  await nodes.cut(0)
  await has(at)
  await nodes.open(0)
  const [first, front, other] = await Promise.all(
    [path, "/", pathOf(later)].map((one) => fetch(nodes.node(0).origin + one)),
  )
  expect([first?.status, other?.status]).toEqual([200, 404])
  expect(await front?.text()).toContain("Due in the dark")
  expect(await nodes.desk(0).versions(story)).toMatchObject([{ version: 1, by: null }])
})

test("stories that are due on two nodes go out once each and never early, though one of the nodes is killed", async () => {
  await nodes.open(1)
  const [one, two] = [nodes.desk(0), nodes.desk(1)]
  const drafts: Told[] = []
  for (let index = 0; index < MANY; index++) drafts.push(await one.write(`Due ${index} of many`, "world"))
  const begin = Date.now() + 20_000
  const due = drafts.map((_, index) => new Date(begin + index * 100))
  const stories: { told: Told; at: Date }[] = []
  for (const [index, told] of drafts.entries()) {
    const at = due[index] as Date
    stories.push({ at, told: await (index % 2 ? one : two).schedule(told, at) })
  }
  expect(Date.now(), "all were scheduled before the first was due").toBeLessThan(begin)
  const cancelled = stories[MANY - 1] as (typeof stories)[number]
  await one.act(cancelled.told, "unschedule")
  await has(due[MANY / 2] as Date)
  await nodes.cut(1)
  await expect
    .poll(
      async () =>
        (await fetch(nodes.node(0).origin + pathOf((stories[MANY - 2] as (typeof stories)[number]).told))).status,
      {
        timeout: 60_000,
      },
    )
    .toBe(200)
  const lateness: number[] = []
  for (const { told, at } of stories.filter((story) => story !== cancelled)) {
    await expect.poll(async () => (await one.versions(told)).length).toBe(1)
    const [version] = await one.versions(told)
    lateness.push(new Date(version?.madeAt ?? 0).getTime() - at.getTime())
  }
  expect(Math.min(...lateness), "none before its time").toBeGreaterThanOrEqual(0)
  expect(await one.versions(cancelled.told), "cancelled means never").toEqual([])
  expect((await fetch(nodes.node(0).origin + pathOf(cancelled.told))).status).toBe(404)
})

test("what is due and cannot be done is an alarm within seconds: readiness, a mail, a bar over the newsroom", async ({
  page,
}) => {
  const ben = nodes.desk(0)
  const draft = await ben.schedule(await ben.write("Emptied before it was due", "world"), inSeconds(4))
  const emptied = await ben.save(draft, { headline: "" })
  const ready = async () => (await fetch(`${nodes.node(0).origin}/api/health/ready`)).status
  await expect.poll(ready, { timeout: 30_000 }).toBe(503)
  const mail = () => readdirSync(join(nodes.place(0).folder, "mail")).filter((name) => name.endsWith(".eml"))
  await expect.poll(() => mail().length, { timeout: 30_000 }).toBe(1)
  expect(readFileSync(join(nodes.place(0).folder, "mail", mail()[0] ?? ""), "utf8")).toContain("Subject: Overdue since")

  await page.goto(`${nodes.node(0).origin}/newsroom/sign-in`)
  await page.getByLabel("Email").fill("ben@demo.test")
  await page.getByLabel("Password").fill(secretsOf(nodes.place(0)).demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  const bar = page.getByRole("alert").filter({ hasText: "the clock could not do it" })
  await expect(bar).toContainText("a story without a headline")
  await ben.act(emptied, "unschedule")
  await expect.poll(ready, { timeout: 30_000 }).toBe(200)
  await expect(bar, "it goes by itself").toHaveCount(0, { timeout: 30_000 })
})
