import { expect } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { perform } from "@/lib/story/perform.server"
import { findings, LOOKS, readerRules, show } from "../axe"
import { test } from "../in-browsers"
import { hire, openSection, paragraph, rareWord, storyIn } from "../newsroom"

/** Three stories of a test's own: two in one section, one in another; the word is in a headline and in two texts. */
async function someStories() {
  const word = rareWord().replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")
  const [one, other] = [await openSection(), await openSection()]
  const ada = await hire("reporter")
  const byline = [{ personId: ada.id, name: ada.name }]
  const first = await storyIn("published", { headline: `The ${word} of the town`, section: one.slug, byline })
  const body = [paragraph(`Long ago a ${word} stood on the market, and nobody asked who had put it there.`)]
  await storyIn("published", { headline: "Second of them", section: one.slug, body })
  await storyIn("published", { headline: "Third of them", section: other.slug, body, byline })
  return { word, one, other, ada, first }
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false })

  test("a reader searches by keyboard from any page, reads how much was found, and sees the words marked", async ({
    page,
  }) => {
    const { word, first } = await someStories()
    await page.goto("/corrections")
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Search" }).press("Enter")
    await page.getByRole("searchbox", { name: "Search the paper" }).focus()
    await page.keyboard.type(word)
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(`/search?q=${word}`)
    await expect(page.getByRole("status")).toHaveText(`3 stories for “${word}”.`)
    await expect(page.getByRole("searchbox", { name: "Search the paper" })).toHaveValue(word)
    const found = page.getByRole("listitem").filter({ has: page.getByRole("article") })
    await expect(found).toHaveCount(3)
    await expect(found.first().getByRole("heading")).toHaveText(`The ${word} of the town`)
    await expect(found.first().getByRole("heading").locator("mark")).toHaveText(word)
    await expect(found.nth(1).locator("mark")).toHaveText(word)
    await expect(found.nth(1)).toContainText("stood on the market")
    await found
      .first()
      .getByRole("link", { name: `The ${word} of the town` })
      .click()
    await expect(page).toHaveURL(`/${first.text.section}/${first.text.slug}`)
  })

  test("facets narrow what was found, keep the question, and widen it again", async ({ page }) => {
    const { word, one, ada } = await someStories()
    await page.goto(`/search?q=${word}`)
    const facets = page.getByRole("navigation", { name: "Narrow the search" })
    await facets.getByRole("link", { name: `${one.name} (2)` }).click()
    await expect(page).toHaveURL(`/search?q=${word}&section=${one.slug}`)
    await expect(page.getByRole("status")).toHaveText(`2 stories for “${word}”.`)
    await facets.getByRole("link", { name: `${ada.name} (1)` }).click()
    await expect(page.getByRole("status")).toHaveText(`One story for “${word}”.`)
    await facets
      .getByRole("link", { name: `${one.slug} (show all again)` })
      .or(facets.getByRole("link", { name: `${one.name} (show all again)` }))
      .click()
    await expect(page.getByRole("status")).toHaveText(`2 stories for “${word}”.`)
  })

  test("nothing, too little and what was not understood are said in words, and the field keeps what was typed", async ({
    page,
  }) => {
    const nowhere = rareWord()
    const said: Record<string, RegExp> = {
      "/search": /^Type what you are looking for/,
      "/search?q=a": /too short to look for/,
      "/search?q=-tram": /only what to leave out/,
      [`/search?q=${nowhere}`]: new RegExp(`^No story holds all of “${nowhere}”`),
    }
    for (const [address, sentence] of Object.entries(said)) {
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(200)
      await expect(page.getByRole("status")).toHaveText(sentence)
      const robots = address === "/search" ? "max-image-preview:large" : "noindex"
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", robots)
    }
    await page.goto(`/search?q=${nowhere}+before:soon`)
    await expect(page.getByText("“soon” is no day.")).toBeVisible()
    await expect(page.getByRole("searchbox")).toHaveValue(`${nowhere} before:soon`)
    const strange = `/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`
    expect(await (await page.goto(strange))?.text()).not.toContain("<script>alert")
    expect((await page.goto(`/search?q=${nowhere}&page=2`))?.status()).toBe(404)
  })

  test("a withdrawn story is gone from the page of answers with the act", async ({ page }) => {
    const { word, first } = await someStories()
    await page.goto(`/search?q=${word}`)
    await expect(page.getByRole("status")).toHaveText(`3 stories for “${word}”.`)
    const ben = await hire("editor")
    await perform(ben, "withdraw", first.id, first.revision, { note: "It never stood there." })
    await expect(async () => {
      await page.reload()
      expect(await page.content()).not.toContain("of the town")
    }).toPass()
    await expect(page.getByRole("status")).toHaveText(`2 stories for “${word}”.`)
  })
})

test("pages of answers follow each other, at addresses of their own", async ({ page }) => {
  test.slow()
  const word = rareWord()
  const section = (await openSection()).slug
  for (let made = 0; made < 22; made++) await storyIn("published", { headline: `Number ${made} of ${word}`, section })
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole("article")).toHaveCount(20)
  await page.getByRole("link", { name: "More stories" }).click()
  await expect(page).toHaveURL(`/search?q=${word}&page=2`)
  await expect(page.getByRole("article")).toHaveCount(2)
  await expect(page.getByRole("status")).toHaveText(`22 stories for “${word}”, page 2.`)
  await page.getByRole("link", { name: "Better matches" }).click()
  await expect(page).toHaveURL(`/search?q=${word}`)
})

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
})

test("the page of answers is open to everybody, however it is looked at, and valid", { tag: "@sweep" }, async ({
  browser,
  request,
}) => {
  const { word } = await someStories()
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  for (const address of [`/search?q=${word}`, "/search", "/search?q=a", `/search?q=${word}&year=1999`]) {
    await page.goto(address)
    for (const look of LOOKS) {
      await show(page, look)
      expect(await findings(page, readerRules(look)), `${address}, ${look.name}`).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${address} scrolls sideways, ${look.name}`).toBeLessThanOrEqual(look.width)
    }
    const { results } = await validator.validateString(await (await request.get(address)).text())
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${address} ${ruleId} ${message}`)),
    ).toEqual([])
  }
})
