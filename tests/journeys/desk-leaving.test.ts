import { expect } from "@playwright/test"
import {
  adaAt,
  atDesk,
  atEndOfBody,
  bodyOf,
  cutTheLine,
  headlineOf,
  isSaved,
  openStory,
  storyNow,
  wordsOf,
} from "../desk"
import { test } from "../in-browsers"
import { cast, paragraph, storyIn } from "../newsroom"

test("whoever signs out takes what was just typed to the server first, or is told that it stays in this browser", async ({
  browser,
}) => {
  const { story, page } = await adaAt(browser, [paragraph("One.")])
  await page.keyboard.type(" And the last words.")
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await wordsOf(story.id)).toEqual(["One. And the last words."])

  const other = await adaAt(browser, [paragraph("Two.")])
  await cutTheLine(other.page)
  await other.page.keyboard.type(" Nobody has this.")
  await other.page.getByRole("button", { name: "Sign out" }).click()
  const told = other.page.getByRole("dialog", { name: "Some of your words are not saved" })
  await expect(told.getByRole("button", { name: "Stay" })).toBeFocused()
  await other.page.keyboard.press("Enter")
  await expect(told).toHaveCount(0)
  await expect(other.body).toContainText("Nobody has this.")
  await other.page.getByRole("button", { name: "Sign out" }).click()
  await told.getByRole("button", { name: "Sign out anyway" }).click()
  await expect(other.page).toHaveURL(/sign-in/)
  expect(await wordsOf(other.story.id)).toEqual(["Two."])
})

test("what an open tab is at is that tab's: another one offers it once that is closed, and never what the server has", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("One.")] })
  const first = await atDesk(browser, ada)
  await openStory(first, story.id)
  await cutTheLine(first)
  await atEndOfBody(first)
  await first.keyboard.type(" Of the first tab.")
  await expect(first.getByRole("status")).toContainText("Not saved")

  const second = await first.context().newPage()
  await openStory(second, story.id)
  await expect(second.getByText(/also open in another tab|in another tab/).first()).toBeVisible()
  const offer = second.getByRole("button", { name: "Look at both texts" })
  await second.evaluate(() => dispatchEvent(new Event("focus")))
  await expect(offer).toHaveCount(0)
  first.on("dialog", (dialog) => dialog.accept())
  await first.close()
  await expect(async () => {
    await second.evaluate(() => dispatchEvent(new Event("focus")))
    await expect(offer).toBeVisible({ timeout: 1_000 })
  }).toPass()
  // The same words arrive by another way: then there is nothing to offer any more.
  await atEndOfBody(second)
  await second.keyboard.type(" Of the first tab.")
  await expect(offer).toHaveCount(0)
  await isSaved(second)
  expect(await wordsOf(story.id)).toEqual(["One. Of the first tab."])
})

test("a new story that the palette makes begins with its headline, from every screen", {
  tag: "@sweep",
}, async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  for (const [from, words] of [
    ["/newsroom", "From the list"],
    ["/newsroom/pictures", "From the pictures"],
    [`/newsroom/stories/${story.id}`, "From a story"],
  ] as const) {
    await page.goto(from)
    if (from.includes(story.id)) await expect(bodyOf(page)).toBeVisible()
    await expect(async () => {
      await page.keyboard.press("Control+k")
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused({ timeout: 2_000 })
    }).toPass()
    await page.keyboard.type("new story")
    await expect(page.getByRole("option", { name: "New story" })).toHaveAttribute("aria-selected", "true")
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.pathname.startsWith("/newsroom/stories/") && !url.pathname.includes(story.id))
    await expect(headlineOf(page)).toBeFocused()
    await page.keyboard.type(words)
    await isSaved(page)
    const id = page.url().split("/").at(-1) ?? ""
    expect((await storyNow(id)).text.headline).toBe(words)
  }
})

test("the line that is written in is never under the bars over it, and what may be put in is within the window", async ({
  browser,
}) => {
  const { page, body } = await adaAt(
    browser,
    Array.from({ length: 60 }, (_, at) => paragraph(`Line ${at} of the text.`)),
  )
  await page.setViewportSize({ width: 1280, height: 700 })
  const lineAndBar = () =>
    page.evaluate(() => {
      const at = getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0
      return { line: at, bar: document.getElementById("body-tools")?.getBoundingClientRect().bottom ?? 0 }
    })
  const underTheBar = (words: string) =>
    body
      .getByText(words)
      .evaluate((line) => scrollBy({ top: line.getBoundingClientRect().top - 110, behavior: "instant" }))
  await body.getByText("Line 30 of the text.").click()
  await underTheBar("Line 30 of the text.")
  expect((await lineAndBar()).line).toBeLessThan((await lineAndBar()).bar)
  await page.keyboard.type("x")
  await expect.poll(async () => (await lineAndBar()).line - (await lineAndBar()).bar).toBeGreaterThanOrEqual(0)
  await underTheBar("Line 29 of the text.")
  await page.keyboard.press("ArrowUp")
  await expect.poll(async () => (await lineAndBar()).line - (await lineAndBar()).bar).toBeGreaterThanOrEqual(0)

  await page.keyboard.press("Control+End")
  await page.keyboard.press("Enter")
  await body.evaluate(() => scrollBy({ top: -200, behavior: "instant" }))
  await page.keyboard.type("/")
  const menu = page.getByRole("listbox", { name: "What to put in" })
  for (let at = 0; at < 8; at++) await page.keyboard.press("ArrowDown")
  const box = await menu.boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700)
  await expect(menu.getByRole("option", { selected: true })).toBeInViewport({ ratio: 1 })
})
