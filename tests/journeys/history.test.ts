import { expect, test } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, ORIGIN, paragraph, rareWord, storyIn } from "../newsroom"
import { pathOf, seen } from "../reader-pages"

test.use({ javaScriptEnabled: false })

type Manner = { act?: "update" | "correct"; note?: string; clarifies?: boolean }

async function change(story: Story, changes: Partial<StoryText>, { act = "update", ...particulars }: Manner = {}) {
  const { ben } = await cast()
  const saved = await saveDraft(ben, story.id, story.revision, changes)
  if (!("saved" in saved)) throw new Error("not saved")
  return seen(await perform(ben, act, story.id, saved.saved.revision, particulars))
}

test("a reader finds every version of a story, reads an old one, and compares any two of them", async ({ page }) => {
  const hidden = await storyIn("draft", { headline: `Nobody may know ${rareWord()}` })
  const [one, two] = [paragraph("It rained for two days."), paragraph("Nobody was wet.")]
  const first = await storyIn("published", { headline: "Rain", body: [one, two] })
  await page.goto(pathOf(first))
  await expect(page.getByRole("link", { name: /^History/ }), "one version has no history").toHaveCount(0)
  const mended = { ...one, text: [{ text: "It rained for three days." }] }
  const second = await change(first, { body: [mended, two] }, { act: "correct", note: "It was three days." })
  const body = [mended, paragraph("The mayor was.")]
  const third = await change(second, { headline: "Rain, again", body, related: [{ story: hidden.id }] })

  await page.goto(pathOf(third))
  await page.getByRole("link", { name: "History (3)" }).click()
  await expect(page).toHaveURL(`${pathOf(third)}/history`)
  const versions = page.getByRole("list").filter({ has: page.getByText("Read version 1") })
  await expect(versions.getByRole("listitem")).toHaveCount(3)
  await expect(versions.getByRole("listitem").first()).toContainText("Updated")
  await expect(versions.getByRole("listitem").nth(1)).toContainText("It was three days.")
  await expect(page.getByRole("heading", { name: "From version 2 to version 3" })).toBeVisible()
  await expect(page.locator(".change", { hasText: "Headline" }).locator("ins")).toContainText(", again")
  await expect(page.locator(".difference del")).toContainText(["Nobody"])
  await expect(page.locator("main"), "what is not public is not named").not.toContainText("Nobody may know")
  await expect(page.locator(".change", { hasText: "Related news" })).toContainText("A story that is not public")

  await page.getByLabel("Compare version").selectOption("1")
  await page.getByLabel("with version").selectOption("2")
  await page.getByRole("button", { name: "Compare" }).click()
  await expect(page.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible()
  await expect(page.locator(".difference del")).toHaveText(["removed: two"])
  await expect(page.locator(".difference ins")).toHaveText(["added: three"])
  await page.locator("summary").click()
  await expect(page.getByText("Nobody was wet.")).toBeVisible()

  await page.getByRole("link", { name: "Read version 1" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rain")
  await expect(page.getByRole("complementary", { name: "Version" })).toContainText("version 1, an old one")
  await expect(page.locator("article")).toContainText("two days")
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${pathOf(third)}$`))
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex")
  await page.getByRole("link", { name: "Read the story as it stands" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rain, again")
})

test("what was withdrawn stays so: no version of before can be read, even when the story comes back", async ({
  request,
}) => {
  const { ben } = await cast()
  const first = await storyIn("published", { headline: `Wrong ${rareWord()}` })
  const second = await change(first, { headline: `Less wrong ${rareWord()}` })
  const path = pathOf(second)
  const statuses = async () => {
    const asked = ["/history", "/history?from=1&to=2", "/v/1", "/v/2", "/v/3"]
    return Promise.all(asked.map(async (rest) => (await request.get(path + rest)).status()))
  }
  expect(await statuses()).toEqual([200, 200, 200, 200, 404])
  const gone = await await seen(
    await perform(ben, "withdraw", second.id, second.revision, { note: "It was not true." }),
  )
  expect(await statuses()).toEqual([410, 410, 410, 410, 410])
  const back = await seen(await perform(ben, "restore", gone.id, gone.revision))
  expect(await statuses()).toEqual([410, 410, 410, 410, 410])
  const again = await saveDraft(ben, back.id, back.revision, { headline: "True at last" })
  if (!("saved" in again)) throw new Error("not saved")
  await seen(await perform(ben, "publish", back.id, again.saved.revision))
  expect(await statuses()).toEqual([200, 200, 404, 404, 200])
  const history = await (await request.get(`${path}/history?from=1&to=3`)).text()
  expect(history).toContain("There is one version")
  expect(history).not.toContain(second.text.headline)
})

test("a clarification stands below the text and says that it is one; a correction above it", async ({
  page,
  request,
}) => {
  const first = await storyIn("published", { body: [paragraph("The only words.")] })
  const second = await change(first, { standfirst: "One." }, { act: "correct", note: "It was three days." })
  const note = "Three days, nights not counted."
  const third = await change(second, { standfirst: "Two." }, { act: "correct", note, clarifies: true })
  await page.goto(pathOf(third))
  const article = await page.locator("article").innerText()
  const places = ["It was three days.", "The only words.", note].map((words) => article.indexOf(words))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(Math.min(...places)).toBeGreaterThan(-1)
  await expect(page.getByRole("region", { name: "Clarifications" })).toContainText("Clarification")
  await expect(page.getByRole("region", { name: "Corrections" })).not.toContainText(note)
  const text = await (await request.get(`${pathOf(third)}.txt`)).text()
  expect(text).toMatch(/Clarification, .+\nThree days/)
  await page.goto("/corrections")
  await expect(page.getByRole("listitem").filter({ hasText: note })).toContainText("Clarification")
})

test("a program that travels in time finds the version that readers had at a moment (RFC 7089)", async ({
  request,
}) => {
  const first = await storyIn("published", { headline: "As it was" })
  const second = await change(first, { headline: "As it is" })
  const path = pathOf(second)
  const map = await request.get(`${path}/timemap`)
  expect(map.headers()["content-type"]).toBe("application/link-format")
  const lines = (await map.text()).trimEnd().split(",\n")
  const rels = lines.map((line) => /rel="([^"]+)"/.exec(line)?.[1])
  expect(rels).toEqual(["original", "self", "timegate", "first memento", "last memento"])
  const [, , , oldest = "", newest = ""] = lines
  expect([oldest, newest].map((line) => /<[^>]*(\/v\/\d)>/.exec(line)?.[1])).toEqual(["/v/1", "/v/2"])
  const moment = /datetime="([^"]+)"/.exec(oldest)?.[1] ?? ""

  const gate = (when?: string) =>
    request.get(`/api/timegate${path}`, { maxRedirects: 0, headers: when ? { "accept-datetime": when } : {} })
  const old = await gate("Tue, 24 Nov 2020 13:05:09 GMT")
  expect([old.status(), old.headers().location]).toEqual([302, `${path}/v/1`])
  expect(old.headers().vary).toMatch(/\baccept-datetime\b/)
  expect((await gate()).headers().location).toBe(`${path}/v/2`)
  expect((await gate("yesterday")).status()).toBe(400)
  const version = await request.get(`${path}/v/1`)
  expect(version.headers()["memento-datetime"]).toBe(moment)
  expect(version.headers().link).toMatch(/rel="original".*rel="timegate".*rel="timemap"/)
  expect((await request.get(path)).headers()["memento-datetime"]).toBeUndefined()
  expect((await request.get("/api/timegate/nowhere/never-was")).status()).toBe(404)

  const feed = await (await request.get(`/${second.text.section}/atom.xml`)).text()
  expect(feed).toContain(`<link rel="version-history" href="${ORIGIN}${path}/history"/>`)
  const { ben } = await cast()
  await seen(await perform(ben, "withdraw", second.id, second.revision, { note: "Not so." }))
  expect([(await request.get(`${path}/timemap`)).status(), (await gate()).status()]).toEqual([410, 410])
})
