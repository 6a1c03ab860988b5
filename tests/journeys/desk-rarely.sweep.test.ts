import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect } from "@playwright/test"
import { db } from "@/lib/db.server"
import { perform } from "@/lib/story/perform.server"
import { atDesk, openStory } from "../desk"
import { test } from "../in-browsers"
import { cast, hire, paragraph, rareWord, storyIn } from "../newsroom"
import { pathOf, seen } from "../reader-pages"

// What is done once in a while, and must not go wrong then.

test("what is removed for legal reasons is erased, and readers find the notice", async ({ browser }) => {
  const word = rareWord()
  const story = await storyIn("published", { headline: "A verdict", body: [paragraph(`Words ${word}.`)] })
  const cleo = await hire("admin")
  const page = await atDesk(browser, cleo)
  await openStory(page, story.id)
  await page.getByText("More", { exact: true }).click()
  await page.getByRole("button", { name: "Remove for legal reasons", exact: true }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText("Nothing brings the text back.")
  await dialog.getByRole("textbox").first().fill("A court has ruled.")
  await dialog.getByRole("button", { name: "Remove for legal reasons" }).click()
  await expect(dialog.getByText("Nothing was done yet: type the word remove here.")).toBeVisible()
  await dialog.getByLabel("Type “remove” to confirm").fill("remove")
  await dialog.getByRole("button", { name: "Remove for legal reasons" }).click()
  await expect(page.getByText("Removed: nothing of its text is left.")).toBeVisible()
  const gone = await page.request.get(pathOf(story))
  expect(gone.status()).toBe(410)
  const notice = await gone.text()
  expect(notice).toContain("A court has ruled.")
  expect(notice).not.toContain(word)
  await page.reload()
  await expect(page.getByText("A court has ruled.").first()).toBeVisible()
  expect(await page.content()).not.toContain(word)
})

test("a program is told from now on, has its secret once, is told again, and is ended", async ({ browser }) => {
  const told: string[] = []
  const server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => told.push(chunk.toString()))
    request.on("end", () => response.end())
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`
  const page = await atDesk(browser, await hire("admin"))
  try {
    await page.goto("/newsroom/settings")
    const address = page.getByLabel("Address to tell")
    await address.fill("ftp://paper.test/")
    await page.getByRole("button", { name: "Add webhook" }).click()
    await expect(address, "what was refused is still there").toHaveValue("ftp://paper.test/")
    await expect(address).toHaveAttribute("aria-invalid", "true")
    await address.fill(url)
    await page.getByRole("button", { name: "Add webhook" }).click()
    await expect(page.getByLabel("Secret")).toHaveValue(/^whsec_/)

    const story = await storyIn("published")
    const { ben } = await cast()
    await seen(await perform(ben, "correct", story.id, story.revision, { note: "It was otherwise." }))
    const times = () => told.filter((one) => one.includes(story.id) && one.includes("correct")).length
    await expect.poll(times, { timeout: 30_000 }).toBeGreaterThan(0)
    const before = times()
    const row = page.getByRole("listitem").filter({ hasText: url })
    const [line] = await db.storyEvent.findMany({ where: { storyId: story.id, act: "correct" } })
    await row.getByLabel("Tell again from position").fill(String((line?.position ?? 1) - 1))
    await row.getByRole("button", { name: `Tell ${url} again` }).click()
    await expect.poll(times, { timeout: 30_000 }).toBeGreaterThan(before)
    await row.getByRole("button", { name: `End ${url}` }).click()
    await expect(row).toHaveCount(0)
  } finally {
    await db.webhook.deleteMany({ where: { url } })
    server.close()
  }
})

test("a job that was given up is tried again or dropped by an administrator", async ({ browser }) => {
  const [again, gone] = [rareWord(), rareWord()]
  for (const word of [again, gone])
    await db.job.create({
      data: {
        kind: `of a later release ${word}`,
        payload: { word },
        attempts: 9,
        lastError: `No way to ${word}.`,
        deadAt: new Date(),
      },
    })
  const page = await atDesk(browser, await hire("admin"))
  await page.goto("/newsroom/jobs")
  const given = page.getByRole("region", { name: "Given up" })
  const line = (word: string) => given.getByRole("listitem").filter({ hasText: `No way to ${word}.` })
  await line(again).getByRole("button", { name: "Try again" }).click()
  await expect(given.getByText("It is tried again.")).toBeVisible()
  await expect(line(again)).toHaveCount(0)
  await line(gone).getByRole("button", { name: "Drop it" }).click()
  await expect(line(gone)).toHaveCount(0)
  const left = await db.job.findMany({
    where: { kind: { in: [again, gone].map((word) => `of a later release ${word}`) } },
  })
  expect(left.map(({ kind, attempts, deadAt }) => [kind, attempts, deadAt])).toEqual([
    [`of a later release ${again}`, 0, null],
  ])
  await db.job.deleteMany({ where: { kind: `of a later release ${again}` } })
})
