import { expect, type Page } from "@playwright/test"
import sharp from "sharp"
import { addPackage } from "@/lib/packages/packages.server"
import { keys, nothingFound, openChooser, until } from "../by-keys"
import { atDesk, bodyOf, headlineOf, isSaved, storyNow } from "../desk"
import { test } from "../in-browsers"
import { hire, openSection, PASSWORD, paragraph, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

// Nobody touches a mouse here: no click, no fill, and no focus that keys did not bring.

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const acts = (page: Page) => page.getByRole("region", { name: "What can be done with the story" })
const focused = (page: Page) => page.locator(":focus")
const partOf = (page: Page) =>
  focused(page).evaluate((one) => one.dataset.place ?? (one.getAttribute("aria-labelledby") || one.id))
const type = (page: Page, words: string) => page.keyboard.type(words)

test("by keys alone: a reporter signs in, writes with every kind of block, puts a picture in, mends what the checks found, and files", {
  tag: "@sweep",
}, async ({ page }) => {
  test.slow()
  const [ada, word] = [await hire("reporter"), rareWord()]
  await openSection()
  await page.goto("/newsroom/sign-in")
  await until(page, "Tab", page.getByLabel("Email"), 3)
  await type(page, ada.email)
  await keys(page, "Tab")
  await type(page, "not the password")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Sign in to the newsroom" [level=1]
      - alert
      - textbox "Email": ${ada.email}
      - textbox "Password"
      - button "Sign in"
  `)
  await until(page, "Tab", page.getByLabel("Password"), 4)
  await type(page, PASSWORD)
  await page.keyboard.press("Enter")
  await page.waitForURL((url) => url.pathname === "/newsroom")

  await expect(page.getByRole("heading", { name: "Newslist" })).toBeVisible()
  await expect(page.getByRole("main"), "one goes on at the work").toBeFocused()
  await until(page, "Tab", button(page, "New story"), 2)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/newsroom\/stories\//)
  const id = page.url().split("/").at(-1) ?? ""
  await expect(headlineOf(page), "a new story begins with its headline").toBeFocused()
  await expect(bodyOf(page)).toBeVisible()

  await type(page, `Rain over ${word}`)
  await keys(page, "Tab")
  await expect(focused(page)).toHaveAccessibleName("Standfirst")
  await type(page, "It was announced.")
  await keys(page, "Tab")
  await expect(page.getByRole("toolbar", { name: "Body text" }).getByRole("button", { name: "Bold" })).toBeFocused()
  await keys(page, "Tab")
  await expect(bodyOf(page)).toBeFocused()
  await type(page, "First the facts.\n")
  await keys(page, "Control+Alt+1")
  await type(page, "Why now?\n")
  await keys(page, "Control+Alt+2")
  await type(page, "Nobody was wet.")
  await keys(page, "Tab")
  await expect(focused(page)).toHaveAccessibleName("Speaker")
  await type(page, "Ann Peel")
  await keys(page, "Escape", "Enter")
  await expect(bodyOf(page)).toBeFocused()
  await type(page, "- one\ntwo\n\n")
  await type(page, "/fact")
  await expect(page.getByRole("listbox", { name: "What to put in" })).toMatchAriaSnapshot(`
    - listbox "What to put in":
      - option "Fact box" [selected]
  `)
  await keys(page, "Escape")
  await expect(page.getByRole("listbox")).toHaveCount(0)
  await keys(page, "Backspace", "Backspace", "Backspace", "Backspace")
  await type(page, "pull")
  await expect(bodyOf(page)).toHaveAttribute("aria-activedescendant", /./)
  await keys(page, "Enter", "Tab")
  await expect(focused(page)).toHaveAccessibleName("Words to pull out")
  await type(page, "Nobody was wet")
  await keys(page, "Escape", "Alt+Shift+ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown")
  await type(page, "The mayor, TK, spoke. All went home.")
  await expect(bodyOf(page)).toMatchAriaSnapshot(`
    - textbox "Body":
      - paragraph: First the facts.
      - heading "Why now?" [level=2]
      - blockquote:
        - textbox "Speaker": Ann Peel
      - group "Pull quote":
        - textbox "Words to pull out": Nobody was wet
      - list:
        - listitem: one
        - listitem: two
      - paragraph: The mayor, TK, spoke. All went home.
  `)

  await keys(page, "Enter")
  await type(page, "/pict")
  await keys(page, "Enter")
  const dialog = page.getByRole("dialog", { name: "A picture" })
  await expect(dialog.getByLabel("File")).toBeFocused()
  await nothingFound(page)
  const chooser = await openChooser(page)
  const picture = sharp({ create: { width: 640, height: 360, channels: 3, background: "#335577" } }).png()
  await chooser.setFiles({ name: "sky.png", mimeType: "image/png", buffer: await picture.toBuffer() })
  await until(page, "Tab", dialog.getByLabel("Credit"), 8)
  await type(page, "Ann Peel for the paper")
  await keys(page, "Enter")
  await expect(dialog.getByRole("alert")).toHaveText("Describe what the picture shows, or mark it as decorative.")
  await until(page, "Shift+Tab", dialog.getByLabel("Alternative text"), 4)
  await type(page, "A dark sky")
  await until(page, "Tab", dialog.getByRole("button", { name: "Add picture" }), 6)
  await page.keyboard.press("Enter")
  await expect(dialog).toHaveCount(0)
  await expect(bodyOf(page), "what was put in is chosen in the text").toBeFocused()
  await expect(bodyOf(page).getByRole("figure")).toMatchAriaSnapshot(`
    - figure:
      - img "A dark sky"
      - textbox "Caption"
      - textbox "Credit": Ann Peel for the paper
      - textbox "Alternative text": A dark sky
  `)
  await isSaved(page)
  await nothingFound(page)

  await until(page, "Shift+F6", acts(page), 2)
  await until(page, "Tab", acts(page).getByText(/ to check/), 3)
  await keys(page, "Enter")
  await expect(acts(page).getByRole("listitem").first()).toMatchAriaSnapshot(`
    - listitem:
      - button /A placeholder is left. The mayor, TK, spoke. Fill it in, or take it out./
  `)
  await nothingFound(page)
  await keys(page, "Tab", "Enter")
  await expect(bodyOf(page), "one goes on at the passage").toBeFocused()
  expect(await page.evaluate(() => String(getSelection()))).toBe("The mayor, TK, spoke.")
  await type(page, "The mayor, Ann Peel, spoke.")
  await expect(bodyOf(page)).toContainText("The mayor, Ann Peel, spoke. All went home.")
  await until(page, "Shift+F6", acts(page), 2)
  await until(page, "Tab", acts(page).getByText(/ to check/), 3)
  await keys(page, "Enter")
  const caption = acts(page).getByRole("button", { name: /^A picture has no caption/ })
  await until(page, "Tab", caption, 8)
  await keys(page, "Enter")
  await expect(focused(page)).toHaveAccessibleName("Caption")
  await type(page, "The sky at noon")
  await isSaved(page)

  await until(page, "Shift+F6", headlineOf(page), 3)
  expect(await until(page, "Shift+Tab", button(page, "File"), 2), "Tab presses from the headline").toBeLessThan(3)
  await page.keyboard.press("Enter")
  await expect(page.getByText("Filed: the desk has it.", { exact: true })).toBeVisible()
  await expect(focused(page), "the button is gone: the focus is on what came of it").toHaveText(
    "Filed: the desk has it.",
  )
  await nothingFound(page)
  const { text, status } = await storyNow(id)
  expect(status).toBe("filed")
  expect(text).toMatchObject({ headline: `Rain over ${word}`, standfirst: "It was announced." })
  expect(text.body.map(({ kind }) => kind)).toEqual(
    ["paragraph", "crosshead", "quote", "pullQuote", "list", "paragraph", "picture", "paragraph"].slice(
      0,
      text.body.length,
    ),
  )
  expect(text.body[2]).toMatchObject({ text: [{ text: "Nobody was wet." }], speaker: "Ann Peel" })
  expect(text.body[6]).toMatchObject({
    alt: "A dark sky",
    credit: "Ann Peel for the paper",
    caption: "The sky at noon",
  })
})

test("by keys alone: an editor finds a filed story, publishes it, edits and corrects it with words, and a reader has the correction", {
  tag: "@sweep",
}, async ({ browser }) => {
  test.slow()
  const [ben, word] = [await hire("editor"), rareWord()]
  const body = [paragraph("It rained for two days."), paragraph("It ended.")]
  const story = await storyIn("filed", { headline: `Rain over ${word}`, body })
  await addPackage(await hire("admin"), { name: `Rain ${word}` })
  const page = await atDesk(browser, ben)
  await page.goto("/newsroom")
  await until(page, "Tab", page.getByRole("link", { name: "Skip to the work" }), 1)
  await keys(page, "Enter")
  await expect(page.getByRole("row").nth(1)).toBeVisible()
  await expect(async () => {
    await page.keyboard.press("/")
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 })
  }).toPass()
  await type(page, word)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("row")).toHaveCount(2)
  await until(page, "Tab", page.getByRole("link", { name: story.text.headline }), 20)
  await nothingFound(page)
  await page.keyboard.press("Enter")
  await expect(bodyOf(page)).toBeVisible()
  await expect(page.getByRole("main"), "one goes on at the work").toBeFocused()

  await keys(page, "Control+/")
  const help = page.getByRole("dialog", { name: "Keys of this screen" })
  await expect(help).toMatchAriaSnapshot(`
    - dialog "Keys of this screen":
      - heading "Keys of this screen" [level=2]
      - heading "On the screen" [level=3]
      - term: F6
      - definition: /the next part/
  `)
  await nothingFound(page)
  await keys(page, "Escape")
  await expect(page.getByRole("main"), "the focus is back where it was").toBeFocused()
  for (const part of ["acts", "headline", "body-text", "about", "related-news", "packages", "history", "acts"]) {
    await keys(page, "F6")
    const there = async () => {
      const at = await partOf(page)
      // A part of the screen only while the paper has something to suggest.
      if (at === "suggestions" && part !== at) await keys(page, "F6")
      return at
    }
    await expect.poll(there, { message: `F6 leads to ${part}` }).toBe(part)
  }

  await keys(page, "F6")
  await expect(headlineOf(page)).toBeFocused()
  expect(await until(page, "Shift+Tab", button(page, "Publish"), 6), "Tab presses from the headline").toBeLessThan(6)
  await page.keyboard.press("Enter")
  await expect(page.getByText(/^Published\./)).toBeVisible()
  await expect(focused(page)).toHaveText(/^Published\. See it on the paper$/)
  await nothingFound(page)

  await until(page, "F6", bodyOf(page), 2)
  await keys(page, "Control+Home")
  for (const _ of "It rained for ") await page.keyboard.press("ArrowRight")
  for (const _ of "two") await page.keyboard.press("Shift+ArrowRight")
  await type(page, "three")
  await expect(bodyOf(page)).toContainText("It rained for three days.")
  await isSaved(page)
  await expect(acts(page)).toMatchAriaSnapshot(`
    - region "What can be done with the story":
      - status: Saved
  `)
  await expect(acts(page)).toContainText("Unpublished changes")
  await expect(acts(page).getByText(/^This looks like/)).toBeVisible()
  await page.keyboard.press("Control+k")
  await type(page, "correct")
  const correct = page.getByRole("option", { name: /^Correct this story/ })
  await expect(async () => {
    if ((await correct.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown")
    await expect(correct).toHaveAttribute("aria-selected", "true", { timeout: 500 })
  }).toPass()
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Publish a correction" })
  await expect(dialog.getByLabel("What was wrong, and what is right")).toBeFocused()
  await until(page, "Tab", dialog.getByRole("button", { name: "Correct" }), 3)
  await page.keyboard.press("Enter")
  await expect(dialog.getByRole("alert")).toContainText("Say in the correction")
  await nothingFound(page)
  await keys(page, "Escape")
  await expect(bodyOf(page), "the focus is back where it was").toBeFocused()
  await until(page, "Shift+F6", headlineOf(page), 1)
  await until(page, "Shift+Tab", button(page, "Correct"), 6)
  await keys(page, "Enter")
  await expect(dialog.getByLabel("What was wrong, and what is right")).toBeFocused()
  await type(page, "It rained for three days, not two.")
  await until(page, "Tab", dialog.getByRole("button", { name: "Correct" }), 3)
  await page.keyboard.press("Enter")
  await expect(dialog).toHaveCount(0)
  await expect(acts(page).getByText(/^Corrected:/)).toBeVisible()
  await expect(focused(page)).toHaveCount(1)
  await expect(page.getByRole("region", { name: "History" }).getByRole("listitem").first()).toMatchAriaSnapshot(`
    - listitem:
      - paragraph:
        - strong: Correct
        - text: /by Ben/
      - blockquote: It rained for three days, not two.
  `)
  await nothingFound(page)

  await page.goto(pathOf(story))
  await keys(page, "Tab")
  await expect(focused(page)).toHaveAttribute("href", /^#/)
  await expect(page.getByRole("region", { name: "Corrections" })).toMatchAriaSnapshot(`
    - region "Corrections":
      - paragraph: It rained for three days, not two.
  `)
  await expect(page.getByRole("article")).toContainText("It rained for three days.")
  await nothingFound(page)
})
