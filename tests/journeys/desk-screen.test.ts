import { randomUUID } from "node:crypto"
import { expect } from "@playwright/test"
import { saveDraft } from "@/lib/story/save.server"
import { atDesk, bodyOf, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, PASSWORD, paragraph, signIn, storyIn } from "../newsroom"

test("what somebody may want to check stands beside the button that makes it public, and stops nothing", async ({
  browser,
}) => {
  const { ben } = await cast()
  const caption = {
    id: randomUUID(),
    kind: "picture",
    pictureId: null,
    caption: "The quay.",
    credit: "B. Moreau",
    alt: "",
  } as const
  const body = [paragraph("It was TK who said it."), caption]
  const story = await storyIn("filed", { standfirst: "", byline: [], topics: [], body })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const count = page.getByText("5 to check")
  await count.focus()
  await page.keyboard.press("Enter")
  for (const warning of ["no standfirst", "no byline", "without its picture"])
    await expect(page.getByText(warning)).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByText("no byline")).toBeHidden()
  await expect(count).toBeFocused()
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "A placeholder is left." }).click()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("It was TK who said it.")
  await page.keyboard.type("It was Ada who said it.")
  await expect(page.getByText("4 to check")).toBeVisible()
  await page.getByRole("textbox", { name: "Standfirst", exact: true }).fill("It was announced.")
  await expect(page.getByText("3 to check")).toBeVisible()
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
})

test("who signs in and starts a story is led there at once, and by no other page", async ({ page }) => {
  const { ada } = await cast()
  const asked: string[] = []
  await page.goto("/newsroom/sign-in")
  page.on("request", (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith("/newsroom/sign-in")) asked.push(`${request.method()} ${pathname}`)
  })
  await page.getByLabel("Email").fill(ada.email)
  await page.getByLabel("Password").fill(PASSWORD)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Newslist" })).toBeVisible()
  await page.getByRole("button", { name: "New story" }).click()
  await expect(bodyOf(page)).toBeVisible()
  await headlineOf(page).fill("The first words")
  await isSaved(page)
  expect(asked).toEqual(["POST /newsroom/sign-in"])
})

test("a dialog begins where one writes, and what was written there stays when it is closed", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const words = page.getByRole("dialog").getByLabel("A word to the writer")
  await page.getByRole("button", { name: "Send back" }).click()
  await page.keyboard.type("Please mind the caps")
  await expect(words).toHaveValue("Please mind the caps")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toHaveCount(0)
  await page.getByRole("button", { name: "Send back" }).click()
  await expect(words).toHaveValue("Please mind the caps")
  await page.getByRole("dialog").getByRole("button", { name: "Send back" }).click()
  const said = page.getByText("Sent back to the writer.")
  await expect(said).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Sent back")
})

test("Back and Forward show what was saved, not what the screen once was, and what others saved meanwhile", async ({
  browser,
}) => {
  const { ada, ben } = await cast()
  const story = await storyIn("draft", { headline: "As it was", body: [paragraph("One.")] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await headlineOf(page).fill("As it is")
  await isSaved(page)
  const newslist = page.getByRole("navigation", { name: "Newsroom" }).getByRole("link", { name: "Newslist" })
  await newslist.click()
  await expect(page.getByRole("heading", { level: 1, name: "Newslist" })).toBeVisible()
  await page.goBack()
  await expect(headlineOf(page)).toHaveText("As it is")
  await newslist.click()
  await expect(page.getByRole("heading", { level: 1, name: "Newslist" })).toBeVisible()
  const { revision } = await storyNow(story.id)
  const theirs = [paragraph("Written by Ben.")]
  const saving = await saveDraft(ben, story.id, revision, { headline: "As Ben has it", body: theirs })
  expect("saved" in saving).toBe(true)
  await page.goBack()
  await expect(headlineOf(page)).toHaveText("As Ben has it")
  await expect(bodyOf(page)).toContainText("Written by Ben.")
  await expect(page.getByRole("heading", { name: "Two texts" })).toHaveCount(0)
  await headlineOf(page).fill("And Ada goes on")
  await isSaved(page)
  expect((await storyNow(story.id)).text.headline).toBe("And Ada goes on")
})

test("a tab of one person writes nothing under the name of another who signed in beside it", async ({ browser }) => {
  const { ada, ben } = await cast()
  const story = await storyIn("draft", { headline: "As it was" })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await signIn(page.context(), ben)
  await headlineOf(page).fill("Whose words are these")
  await expect(page.getByRole("status").filter({ hasText: `${ben.name} has signed in` })).toBeVisible()
  expect((await storyNow(story.id)).text.headline).toBe("As it was")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.getByRole("dialog").getByLabel("Password").fill(PASSWORD)
  await page.getByRole("dialog").getByRole("button", { name: "Sign in" }).click()
  await isSaved(page)
  expect((await storyNow(story.id)).text.headline).toBe("Whose words are these")
})
