import { readFileSync } from "node:fs"
import { type Browser, expect, type Page } from "@playwright/test"
import { atDesk, bodyOf, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, ORIGIN, openSection, rareWord, storyIn } from "../newsroom"

// The main job, whole, by screen: from the agency's article, or from a wire of our own where that is not at hand.
const file = process.env.SEED_ARTICLE ?? "tests/wires/13-related.txt"

test("a wire becomes a draft, a story before readers, a corrected story, and a notice", async ({ browser }) => {
  const { ada, ben, cleo } = await cast()
  const { slug: section } = await openSection()
  const word = rareWord()
  const [earlier, background] = [
    await storyIn("published", { headline: `Earlier ${word}` }),
    await storyIn("published", { headline: `Background ${word}` }),
  ]

  const hers = await atDesk(browser, ada)
  await hers.goto("/newsroom/import")
  await hers
    .getByLabel("Wire file")
    .setInputFiles({ name: "wire.txt", mimeType: "text/plain", buffer: readFileSync(file) })
  await hers.getByLabel("Section").selectOption(section)
  await hers.getByRole("button", { name: "Make the draft" }).click()
  await hers.waitForURL(/\/newsroom\/stories\//)
  const id = hers.url().split("/").at(-1) ?? ""
  const wire = (await storyNow(id)).text

  await expect(bodyOf(hers)).toBeVisible()
  await headlineOf(hers).fill(`${wire.headline} ${word}`)
  for (const { text } of [earlier, background]) {
    await hers.getByLabel("Find a story").fill(text.headline)
    await hers.getByRole("button", { name: `Add ${text.headline}` }).click()
  }
  await isSaved(hers)
  await hers.getByRole("button", { name: "File", exact: true }).click()
  await expect(hers.getByText("Filed: the desk has it.", { exact: true })).toBeVisible()

  const his = await atDesk(browser, ben)
  await openStory(his, id)
  await his.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(his.getByText(/^Published\./)).toBeVisible()
  const { slug, body } = (await storyNow(id)).text
  const address = `/${section}/${slug}`

  const reader = await withoutScripts(browser)
  expect((await reader.goto(address))?.status()).toBe(200)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`${wire.headline} ${word}`)
  const text = (await reader.getByRole("article").innerText()).replace(/\s+/g, " ")
  for (const words of wordsOf(body)) expect(text).toContain(words.replace(/\s+/g, " "))
  const related = reader.getByRole("complementary", { name: "Related news" }).getByRole("link")
  await expect(related.filter({ hasText: word })).toHaveText([earlier.text.headline, background.text.headline])

  await perform(his, "Correct", `The number was wrong: ${word}.`)
  await expect(his.getByText(/^Corrected:/)).toBeVisible()
  await reader.goto(address)
  await expect(reader.getByRole("region", { name: "Corrections" })).toContainText(`The number was wrong: ${word}.`)

  const theirs = await atDesk(browser, cleo)
  await openStory(theirs, id)
  await perform(theirs, "Withdraw", `Withdrawn since ${word} was somebody else.`)
  await expect(theirs.getByText(/^Withdrawn:/)).toBeVisible()
  expect((await reader.goto(address))?.status()).toBe(410)
  await expect(reader.getByRole("main")).toContainText(`Withdrawn since ${word} was somebody else.`)
  await expect(reader.getByRole("main")).not.toContainText(wire.headline)
  for (const path of ["/", `/${section}`, "/feed.xml", `/${section}/feed.xml`, "/sitemap.xml", "/news-sitemap.xml"])
    expect(await (await reader.request.get(path)).text(), path).not.toContain(slug)
})

async function perform(page: Page, act: string, words: string) {
  await page.getByRole("button", { name: act, exact: true }).click()
  const fields = page.getByRole("dialog").getByRole("textbox")
  await fields.first().fill(words)
  if (act === "Withdraw") await fields.last().fill("withdraw")
  await page.getByRole("dialog").getByRole("button", { name: act }).click()
}

async function withoutScripts(browser: Browser) {
  const context = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false })
  return context.newPage()
}

/** Every run of words that the draft's blocks hold, wherever it stands in them: credits and captions too. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part !== "string" ? wordsOf(part) : ["text", "caption", "credit", "speaker"].includes(name) ? [part] : [],
  )
}
