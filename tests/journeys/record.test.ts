import { spawnSync } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, type Page, test } from "@playwright/test"
import { programOf } from "../api"
import { hire, ORIGIN, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

type Proof = { texts: { path: string; value: unknown }[]; head: { size: number; root: string } }

async function proofOf(path: string, version = 1): Promise<Proof> {
  const address = `${ORIGIN}${path}/v/${version}/proof.json`
  await expect.poll(async () => (await fetch(address)).status, { timeout: 30_000 }).toBe(200)
  return (await fetch(address)).json()
}
const json = async (path: string) => (await fetch(ORIGIN + path)).json()
const steps = (page: Page, of: "holds" | "fails") => page.locator(`#steps .${of}`)

test("a reader's browser checks a story from its history, and says what does not hold of a forged one", async ({
  page,
}) => {
  const ben = await hire("editor")
  const story = await storyIn("published")
  const program = await programOf(ben)
  const saved = await program("PATCH", `/stories/${story.id}`, { revision: story.revision, headline: "Once more" })
  await program("POST", `/stories/${story.id}/acts/update`, { revision: saved.body.revision })
  const path = pathOf(story)
  await proofOf(path, 2)
  await page.goto(`${path}/history`)
  await page.getByRole("link", { name: "Check version 2" }).click()
  await expect(page.getByRole("heading", { name: "Check a story" })).toBeVisible()
  await expect(steps(page, "holds").last()).toContainText("has not been changed since")
  await expect(steps(page, "fails")).toHaveCount(0)

  await page.route("**/proof.json", async (route) => {
    const proof: Proof = await (await route.fetch()).json()
    const texts = proof.texts.map((text) => (text.path === "headline" ? { ...text, value: "Never written" } : text))
    await route.fulfill({ json: { ...proof, texts } })
  })
  await page.getByRole("button", { name: "Check" }).click()
  await expect(steps(page, "fails")).toHaveCount(2)
  await expect(steps(page, "fails").first()).toContainText("The text is not that of the entry: headline.")
  await expect(steps(page, "fails").last()).toContainText("The page shows other words than the record has: headline.")
  await page.unroute("**/proof.json")

  await page.getByLabel("Address of the story").fill("/nowhere/never-was")
  await page.getByRole("button", { name: "Check" }).click()
  await expect(steps(page, "fails")).toContainText("There is no proof of such a version")
})

test("the proof of a version goes with its story: 410 once that is withdrawn, 404 where none was", async () => {
  const story = await storyIn("published")
  const path = pathOf(story)
  await proofOf(path)
  const status = async (number: number) => (await fetch(`${ORIGIN}${path}/v/${number}/proof.json`)).status
  expect(await status(2)).toBe(404)
  const program = await programOf(await hire("editor"))
  const data = { revision: story.revision, note: "It never happened." }
  expect((await program("POST", `/stories/${story.id}/acts/withdraw`, data)).status).toBe(200)
  expect([await status(1), await status(2)]).toEqual([410, 410])
})

test("the page that checks may run its own script and nothing else, and no other page of the paper runs any", async ({
  request,
}) => {
  const check = await request.get("/record/check?story=/a/b&version=1")
  expect(check.headers()["content-security-policy"]).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/,
  )
  expect(check.headers()["set-cookie"]).toBeUndefined()
  const record = await request.get("/record")
  expect(record.headers()["content-security-policy"]).toContain("script-src 'none'")
  expect(await record.text()).not.toContain("<script")
})

test("one file checks a proof without a network, and a witness's head with it", async () => {
  const story = await storyIn("published")
  const proof = await proofOf(pathOf(story))
  await storyIn("published")
  await expect
    .poll(async () => (await json("/record/head.json")).size, { timeout: 30_000 })
    .toBeGreaterThan(proof.head.size)
  const later = await json("/record/head.json")
  const consistency = await json(`/record/consistency/${proof.head.size}/${later.size}`)
  const folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const file = await put("verify.mjs", await (await fetch(`${ORIGIN}/record/verify.mjs`)).text())
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [file, ...args], { encoding: "utf8" })
    return { status, said: stdout }
  }
  const keys = await put("keys.json", JSON.stringify(await json("/.well-known/standfirst-record.json")))
  const good = await put("proof.json", JSON.stringify(proof))
  const between = await put("consistency.json", JSON.stringify(consistency))
  const witness = await put("heads.jsonl", `${JSON.stringify(later)}\n`)
  expect(run(good, "--keys", keys)).toMatchObject({ status: 0, said: expect.stringContaining("with these words") })
  const seen = run(good, "--keys", keys, "--witness", witness, "--consistency", between)
  expect(seen).toMatchObject({ status: 0, said: expect.stringContaining(`began as that of ${proof.head.size}`) })
  const other = await put("other.jsonl", `${JSON.stringify({ ...later, root: "0".repeat(64) })}\n`)
  expect(run(good, "--keys", keys, "--witness", other, "--consistency", between).status).toBe(1)
  const forged = { ...proof, texts: proof.texts.map((text) => ({ ...text, value: "x" })) }
  expect(run(await put("forged.json", JSON.stringify(forged)), "--keys", keys)).toMatchObject({ status: 1 })
  expect(run().status).toBe(2)
  expect(run(await put("empty.json", "{}"), "--keys", keys), "a sentence, and no trace of the program").toEqual({
    status: 2,
    said: expect.stringMatching(/^A file could not be understood, so nothing is proved: .*\n$/),
  })
  await rm(folder, { recursive: true })
})

test("an act's receipt names its entry in the record, and every node that gave readers what it made", async () => {
  const ben = await hire("editor")
  const program = await programOf(ben)
  const story = await storyIn("filed")
  const published = await program("POST", `/stories/${story.id}/acts/publish`, { revision: story.revision })
  expect(published.status).toBe(200)
  const [revision] = [(published.body.story as { revision: number }).revision]
  await program("POST", `/stories/${story.id}/acts/withdraw`, { revision, note: "Not so." })
  type Receipt = {
    version: number | null
    entry: number | null
    confirmed: { milliseconds: number }[]
    waiting: string[]
  }
  const receipts = async () => (await program("GET", `/stories/${story.id}/receipts`)).body.receipts as Receipt[]
  const whole = (one: Receipt) => one.entry !== null && one.confirmed.length === 1 && one.waiting.length === 0
  await expect.poll(async () => (await receipts()).filter(whole).length, { timeout: 30_000 }).toBe(2)
  const [first, second] = await receipts()
  expect(first).toMatchObject({ version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(first).toMatchObject({ carriedBy: expect.arrayContaining(["/feed.xml", `/${story.text.section}/atom.xml`]) })
  expect(second).toMatchObject({ version: null, sha256: null })
  expect(second?.confirmed[0]?.milliseconds).toBeGreaterThan(0)
})
