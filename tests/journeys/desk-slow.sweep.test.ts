import { expect, type Page } from "@playwright/test"
import { adaAt, atDesk, bodyOf, isSaved, openStory, storyNow, wordsOf } from "../desk"
import { test } from "../in-browsers"
import { cast, openSection, paragraph, storyIn } from "../newsroom"

// Screens on a slow line or a busy machine.

/** From now on a part of the screen that is fetched is on its way until it is let through. */
async function heldParts(page: Page) {
  let asked = false
  let letThrough = () => {}
  const gate = new Promise<void>((open) => {
    letThrough = open
  })
  await page.route("**/_next/static/chunks/**", async (route) => {
    asked = true
    await gate
    await route.continue()
  })
  return { asked: () => asked, letThrough }
}

test("a part that cannot be fetched says so in its place: the text stays, and the next time it is tried again", async ({
  browser,
}) => {
  const { story, page, body } = await adaAt(browser, [paragraph("One.")])
  const panel = page.getByRole("search", { name: "Find and replace" })
  const button = page.getByRole("button", { name: "Find and replace" })
  await page.route("**/_next/static/chunks/**", (route) => route.abort())
  await button.click()
  await expect(page.getByRole("alert").filter({ hasText: "This could not be fetched." })).toBeVisible()
  await body.click()
  await page.keyboard.press("Control+End")
  await page.keyboard.type(" Two.")
  await isSaved(page)
  expect(await wordsOf(story.id)).toEqual(["One. Two."])
  await page.unroute("**/_next/static/chunks/**")
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click()
  await expect(panel).toBeVisible()
  await button.click()
  await expect(panel).toHaveCount(0)
})

test("what is typed while the palette is on its way is what it looks for, and no key of the newslist", async ({
  browser,
}) => {
  const { ben } = await cast()
  const { slug: section } = await openSection()
  const story = await storyIn("filed", { section, headline: "Xylophones by the canal" })
  const page = await atDesk(browser, ben)
  await page.goto(`/newsroom?section=${section}`)
  await expect(page.getByRole("checkbox", { name: "Select Xylophones" })).toBeVisible()
  const { asked, letThrough } = await heldParts(page)
  await page.getByRole("button", { name: "Find or do" }).click()
  await expect.poll(asked).toBe(true)
  await page.keyboard.type("xylo")
  letThrough()
  const palette = page.getByRole("dialog", { name: "Find or do" })
  await expect(palette.getByRole("combobox")).toHaveValue("xylo")
  await expect(palette.getByRole("option", { name: "Xylophones by the canal" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("checkbox", { name: "Select Xylophones" })).not.toBeChecked()
  expect((await storyNow(story.id)).status).toBe("filed")
})

test("what is typed while a dialog is on its way is written where it begins", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const dialog = page.getByRole("dialog")
  const words = dialog.getByLabel("A word to the writer")
  const { asked, letThrough } = await heldParts(page)
  await page.getByRole("button", { name: "Send back" }).click()
  await expect.poll(asked).toBe(true)
  await page.keyboard.type("Please  mindx")
  await page.keyboard.press("Backspace")
  await expect(dialog).toHaveCount(0)
  letThrough()
  await expect(words).toHaveValue("Please  mind")
  await page.keyboard.type(" the caps")
  await expect(words).toHaveValue("Please  mind the caps")
  // The dialog is there now: from here on it begins at once.
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Send back" }).click()
  await page.keyboard.type("!")
  await expect(words).toHaveValue(/!/)
  expect((await storyNow(story.id)).status).toBe("filed")
})

test("what is typed as soon as the words to find are asked for is looked for, to the letter, and no key changes the text meanwhile", async ({
  browser,
}) => {
  const { story, page, body } = await adaAt(browser, [paragraph("The harbour.")])
  const find = page.getByRole("search", { name: "Find and replace" }).getByLabel("Find in the body")
  let letThrough = () => {}
  const gate = new Promise<void>((open) => {
    letThrough = open
  })
  await page.route("**/_next/static/chunks/**", async (route) => {
    await gate
    await route.continue()
  })
  await page.keyboard.press("Control+Shift+H")
  await page.keyboard.type("harbour")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Delete")
  letThrough()
  await expect(find).toHaveValue("harbour")
  await page.keyboard.press("Escape")
  await expect(body).toBeFocused()
  await page.keyboard.press("Control+Shift+H")
  await page.keyboard.type("The")
  await expect(find).toHaveValue("The")
  expect((await storyNow(story.id)).text.body).toEqual(story.text.body)
})

test("who knows what may be put in writes it behind a slash and goes on, though nothing more can be fetched", async ({
  browser,
}) => {
  const { story, page } = await adaAt(browser, [paragraph("One.")])
  await page.route("**/_next/static/chunks/**", (route) => route.abort())
  await page.keyboard.press("Enter")
  await page.keyboard.type("/divi")
  await page.keyboard.press("Enter")
  await page.keyboard.type("Two.")
  await expect.poll(() => wordsOf(story.id)).toEqual(["One.", "divider", "Two."])
  await page.keyboard.press("Enter")
  await page.keyboard.type("/divi")
  await page.keyboard.press("Escape")
  await page.keyboard.press("Enter")
  await page.keyboard.type("Three.")
  await expect.poll(() => wordsOf(story.id)).toEqual(["One.", "divider", "Two.", "/divi", "Three."])
})

test("an address that names the text begins in it, however late the screen is put together", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await page.addInitScript(() => {
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
      setTimeout(() => Reflect.apply(post, this, given), 100)
    } as typeof post
  })
  await page.goto(`/newsroom/stories/${story.id}#body-text`)
  await expect(bodyOf(page)).toBeFocused()
})
