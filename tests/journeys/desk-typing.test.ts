import { expect } from "@playwright/test"
import type { Block } from "@/lib/blocks/blocks"
import { findings } from "../axe"
import { adaAt, atDesk, atEndOfBody, bodyOf, isSaved, openStory, storyNow, wordsOf } from "../desk"
import { test } from "../in-browsers"
import { cast, paragraph, storyIn } from "../newsroom"

const kindsOf = async (id: string) => (await storyNow(id)).text.body.map(({ kind }) => kind)

test("a slash at the start of a line offers what may stand there, by keys alone, and says so to those who do not see it", async ({
  browser,
}) => {
  const { story, page, body } = await adaAt(browser, [paragraph("First.")])
  const menu = page.getByRole("listbox", { name: "What to put in" })
  await page.keyboard.press("Enter")
  await page.keyboard.type("/")
  await expect(menu.getByRole("option")).toHaveCount(12)
  await expect(menu).toMatchAriaSnapshot(`
    - listbox "What to put in":
      - option "Paragraph" [selected]
      - option "Crosshead"
      - option "Quote"
  `)
  const first = await body.getAttribute("aria-activedescendant")
  await expect(page.locator(`[id="${first}"]`)).toHaveText("Paragraph")
  expect(await findings(page)).toEqual([])
  await page.keyboard.type("tab")
  await expect(menu.getByRole("option")).toHaveText(["Table"])
  await page.keyboard.press("Enter")
  await expect(body.getByRole("group", { name: "Table" })).toBeVisible()
  await expect(menu).toHaveCount(0)

  await atEndOfBody(page)
  await page.keyboard.type("/heading")
  await page.keyboard.press("Enter")
  await page.keyboard.type("What now")
  await page.keyboard.press("Enter")
  await page.keyboard.type("/qu")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowUp")
  await page.keyboard.press("Tab")
  await page.keyboard.type("It was dark.")
  await page.keyboard.press("Enter")
  // Escape leaves what was typed, and an address of two parts is none of its business.
  await page.keyboard.press("Control+Alt+0")
  await page.keyboard.type("/li")
  await page.keyboard.press("Escape")
  await expect(menu).toHaveCount(0)
  await page.keyboard.type("ne 7")
  await isSaved(page)
  expect(await kindsOf(story.id)).toEqual(["paragraph", "table", "crosshead", "quote", "paragraph"])
  expect((await wordsOf(story.id)).at(-1)).toBe("/line 7")
})

test("words are found whatever their marks, replaced one by one or all at once, and one undo takes that back", async ({
  browser,
}) => {
  const { ada } = await cast()
  const bold = { ...paragraph(""), text: [{ text: "The har" }, { text: "bour", bold: true }, { text: "’s edge." }] }
  const story = await storyIn("draft", {
    body: [paragraph("A harbour, the Harbour and harbours."), bold, paragraph("It is “dark”.")],
  })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await bodyOf(page).focus()
  await page.keyboard.press("Control+Shift+H")
  const panel = page.getByRole("search", { name: "Find and replace" })
  const told = panel.locator("[aria-live]")
  const find = panel.getByLabel("Find in the body")
  await expect(find).toBeFocused()
  await find.fill('"dark"')
  await expect(told).toHaveText("1 in the body")
  await find.fill("harbour")
  await expect(told).toHaveText("4 in the body")
  await panel.getByLabel("Whole words").check()
  await expect(told).toHaveText("3 in the body")
  await panel.getByLabel("Same capitals").check()
  await expect(told).toHaveText("2 in the body")
  expect(await findings(page)).toEqual([])
  await find.press("Enter")
  await expect(told).toHaveText("1 of 2")
  await panel.getByLabel("Replace with").fill("quay")
  await panel.getByLabel("Replace with").press("Enter")
  await expect(told).toHaveText("1 of 1")
  await panel.getByLabel("Same capitals").uncheck()
  await panel.getByLabel("Whole words").uncheck()
  await panel.getByRole("button", { name: "Replace all" }).click()
  await expect(told).toHaveText("3 replaced. Not in the body")
  await isSaved(page)
  expect(await wordsOf(story.id)).toEqual(["A quay, the quay and quays.", "The quay’s edge.", "It is “dark”."])
  await panel.getByRole("button", { name: "Close" }).click()
  await expect(bodyOf(page)).toBeFocused()
  // What was saved can still be taken back: all of it was one step.
  await page.keyboard.press("Control+z")
  await expect(bodyOf(page)).toContainText("A quay, the Harbour and harbours.")
  await page.keyboard.press("Control+z")
  await isSaved(page)
  expect((await storyNow(story.id)).text.body).toEqual(story.text.body)
  await expect(bodyOf(page)).toHaveAttribute("lang", story.text.language)
})

test("captions, credits, speakers, boxes and tables are looked through in the order of reading, shown and replaced there; one undo takes all back", async ({
  browser,
}) => {
  const { ada } = await cast()
  const given: Block[] = [
    paragraph("The harbour."),
    {
      ...{ kind: "picture", id: "picture", pictureId: null },
      ...{ caption: "The harbour at dawn", credit: "Harbour News", alt: "A harbour" },
    },
    { kind: "quote", id: "quote", text: [{ text: "Our harbour." }], speaker: "The harbour master" },
    { ...{ kind: "factBox", id: "box", heading: "The harbour" }, body: [{ ...paragraph("Built in 1622."), id: "in" }] },
    { ...{ kind: "table", id: "table", caption: "" }, head: ["Year", "Harbour"], rows: [["2026", "one harbour"]] },
    paragraph("No harbour more."),
  ]
  const story = await storyIn("draft", { body: given })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await bodyOf(page).focus()
  await page.keyboard.press("Control+Shift+H")
  await page.keyboard.type("harbour")
  const panel = page.getByRole("search", { name: "Find and replace" })
  const told = panel.locator("[aria-live]")
  const find = panel.getByLabel("Find in the body")
  await expect(find).toHaveValue("harbour")
  await expect(told).toHaveText("10 in the body")
  const places = ["", "a caption", "a credit", "an alternative text", "", "a speaker", "the heading of a fact box"]
  const inTable = ["the head of a table, column 2", "a table, row 1, column 2", ""]
  for (const [at, place] of [...places, ...inTable].entries()) {
    await find.press("Enter")
    await expect(told).toHaveText(`${at + 1} of 10${place && `, in ${place}`}`)
    const here = bodyOf(page).locator("[data-found=here]")
    if (place) await expect(here).toBeInViewport()
    else await expect(here).toHaveCount(0)
  }
  expect(await findings(page)).toEqual([])
  await find.press("Shift+Enter")
  await expect(told).toHaveText("9 of 10, in a table, row 1, column 2")
  await panel.getByLabel("Replace with").fill("quay, once a harbour")
  await panel.getByLabel("Replace with").press("Enter")
  await expect(told).toHaveText("10 of 10")
  await panel.getByLabel("Replace with").fill("quay")
  await panel.getByRole("button", { name: "Replace all" }).click()
  await expect(told).toHaveText("10 replaced. Not in the body")
  await isSaved(page)
  const after = (await storyNow(story.id)).text.body
  expect(after).toMatchObject([
    { text: [{ text: "The quay." }] },
    { caption: "The quay at dawn", credit: "quay News", alt: "A quay" },
    { text: [{ text: "Our quay." }], speaker: "The quay master" },
    { heading: "The quay" },
    { head: ["Year", "quay"], rows: [["2026", "one quay, once a quay"]] },
    {},
  ])
  await find.press("Escape")
  await expect(bodyOf(page)).toBeFocused()
  await page.keyboard.press("Control+z")
  await expect(bodyOf(page).getByLabel("Caption").first()).toHaveValue("The harbour at dawn")
  await page.keyboard.press("Control+z")
  await isSaved(page)
  expect((await storyNow(story.id)).text.body).toEqual(given)
  // Who closes the panel goes on where they looked.
  await page.keyboard.press("Control+Shift+H")
  await find.fill("dawn")
  await find.press("Enter")
  await find.press("Escape")
  await page.keyboard.type("dusk")
  await expect(bodyOf(page).getByLabel("Caption").first()).toHaveValue("The harbour at dusk")
})

test("a block is moved by its handle and by keys, and stays the block that it was", async ({ browser }) => {
  const { ada } = await cast()
  const body = [paragraph("One."), paragraph("Two."), paragraph("Three.")]
  const story = await storyIn("draft", { body })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const [one, three] = [bodyOf(page).getByText("One."), bodyOf(page).getByText("Three.")]
  await one.hover()
  const handle = page.locator(".block-handle")
  await expect(handle).toBeVisible()
  const box = await three.boundingBox()
  await handle.hover()
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) - 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => wordsOf(story.id)).toEqual(["Two.", "Three.", "One."])
  await three.click()
  await page.keyboard.press("Alt+Shift+ArrowUp")
  await expect.poll(() => wordsOf(story.id)).toEqual(["Three.", "Two.", "One."])
  const ids = (await storyNow(story.id)).text.body.map(({ id }) => id)
  expect(ids).toEqual([body[2], body[1], body[0]].map((block) => block?.id))
})

test("the saved draft is shown beside the text as it is written: on a phone, at a desk, dark, on a card and in a list of results", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { headline: `${"Long headline ".repeat(6)}end` })
  const page = await atDesk(browser, ada)
  await page.setViewportSize({ width: 1440, height: 900 })
  await openStory(page, story.id)
  await page.getByRole("button", { name: "Preview beside the text" }).click()
  const panel = page.getByRole("region", { name: "Preview" })
  const paper = panel.frameLocator("iframe")
  await expect(paper.getByRole("heading", { level: 1 })).toContainText("Long headline")
  const inFrame = (what: string) =>
    paper.locator("html").evaluate((html, what) => {
      const view = html.ownerDocument.defaultView
      return what === "width" ? view?.innerWidth : view?.getComputedStyle(html.ownerDocument.body).backgroundColor
    }, what)
  const light = await inFrame("colour")
  await panel.getByLabel("Dark").check()
  await expect.poll(() => inFrame("colour")).not.toBe(light)
  await panel.getByLabel("Dark").uncheck()
  await expect.poll(() => inFrame("colour")).toBe(light)
  await panel.getByLabel("Desktop").check()
  await expect.poll(() => inFrame("width")).toBe(1280)
  expect(await findings(page)).toEqual([])

  await atEndOfBody(page)
  await page.keyboard.type(" And it goes on.")
  await expect(paper.getByText("And it goes on.")).toBeVisible()
  await expect(bodyOf(page)).toBeFocused()
  await paper.getByRole("link").first().click({ force: true })
  await expect(paper.getByText("And it goes on.")).toBeVisible()

  await panel.getByLabel("Search result").check()
  await expect(panel).toContainText(story.text.slug)
  await expect(panel.getByText(/^Long headline .*…$/)).toBeVisible()
  await panel.getByLabel("Share card").check()
  await expect(panel).toContainText("Without a picture")
  await expect(panel).toContainText(story.text.standfirst)
})
