import { expect, type Page } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { atDesk, atEndOfBody, bodyOf, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, disable, paragraph, storyIn } from "../newsroom"

/** The line to the server is cut for everything that is saved, until it is mended. */
async function cutTheLine(page: Page) {
  const isSave = (url: URL) => url.pathname.startsWith("/newsroom/stories/")
  await page.route(isSave, (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()))
  return () => page.unroute(isSave)
}

test("a dead server is told in words, the text stays, and it is saved when the server is back", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const mend = await cutTheLine(page)
  await headlineOf(page).fill("Written in the dark")
  await expect(page.getByRole("status")).toContainText("Not saved: the server cannot be reached.")
  await mend()
  await isSaved(page)
  expect((await storyNow(story.id)).text.headline).toBe("Written in the dark")
})

test("what no server has is offered after a reload, and is saved when it is chosen", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  page.on("dialog", (dialog) => dialog.accept())
  await openStory(page, story.id)
  const mend = await cutTheLine(page)
  await atEndOfBody(page)
  await page.keyboard.type(" And a line that must not be lost.")
  await expect(page.getByRole("status")).toContainText("Not saved")
  await page.reload()
  await mend()
  await expect(bodyOf(page)).not.toContainText("must not be lost")
  await page.getByRole("button", { name: "Look at both texts" }).click()
  await expect(page.getByRole("heading", { name: "Two texts of this story" })).toBeVisible()
  await page.getByRole("button", { name: "All of mine" }).click()
  await page.getByRole("button", { name: "Save this choice" }).click()
  await expect(bodyOf(page)).toContainText("must not be lost")
  await isSaved(page)
  expect(JSON.stringify((await storyNow(story.id)).text.body)).toContain("must not be lost")
  await page.reload()
  await expect(bodyOf(page)).toContainText("must not be lost")
  await expect(page.getByRole("button", { name: "Look at both texts" })).toHaveCount(0)
})

test("whoever is signed out keeps their words and is told to sign in", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await disable(ada)
  await headlineOf(page).fill("Too late")
  await expect(page.getByRole("status")).toContainText("Not saved: You are signed out.")
  await expect(headlineOf(page)).toHaveValue("Too late")
  expect((await storyNow(story.id)).text.headline).toBe(story.text.headline)
})

test("who writes in a story that somebody withdrew sees what can be done with it now, and keeps the words", async ({
  browser,
}) => {
  const { ben, cleo } = await cast()
  const story = await storyIn("published")
  const page = await atDesk(browser, ben)
  page.on("dialog", (dialog) => dialog.accept())
  await openStory(page, story.id)
  const withdrawn = await perform(cleo, "withdraw", story.id, story.revision, { note: "Not so.", at: null })
  expect(withdrawn).toMatchObject({ done: { status: "withdrawn" } })
  await headlineOf(page).fill("Too late for this")
  await expect(page.getByText("Not saved: You may not change a story that is withdrawn.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Restore", exact: true })).toBeVisible()
  await expect(page.getByText("This story is withdrawn. Restore it to go on writing.")).toBeVisible()
  for (const name of ["Update", "Correct", "Withdraw"])
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0)
  await page.reload()
  await page.getByRole("button", { name: "Look at both texts" }).click()
  await expect(page.getByText("Too late for this").first()).toBeVisible()
})

test("two editors at one story: both texts are shown, and each block is kept or dropped by choice", async ({
  browser,
}) => {
  const { ada, ben } = await cast()
  const [first, second] = [paragraph("First."), paragraph("Second.")]
  const story = await storyIn("draft", { body: [first, second], standfirst: "Before." })
  const [hers, his] = await Promise.all([atDesk(browser, ada), atDesk(browser, ben)])
  await Promise.all([openStory(hers, story.id), openStory(his, story.id)])

  await atEndOfBody(his)
  await his.keyboard.type(" Ben was here.")
  await his.getByRole("textbox", { name: "Standfirst" }).fill("By Ben.")
  await isSaved(his)

  await atEndOfBody(hers)
  await hers.keyboard.type(" Ada was here.")
  await headlineOf(hers).fill("By Ada")
  await expect(hers.getByRole("heading", { name: "Two texts of this story" })).toBeFocused()
  await expect(hers.getByRole("status")).toContainText("Not saved: somebody else changed this story.")
  for (const words of ["Ben was here.", "Ada was here.", "By Ben.", "By Ada"])
    await expect(hers.getByRole("region", { name: "Two texts of this story" })).toContainText(words)

  // What only one side changed is suggested; what both changed is kept twice until somebody chooses, here by keys.
  await expect(hers.getByRole("group", { name: "Headline" }).getByLabel("Yours")).toBeChecked()
  await expect(hers.getByRole("group", { name: "Standfirst" }).getByLabel("Theirs")).toBeChecked()
  const block = hers.getByRole("group", { name: /^Paragraph/ })
  await expect(block.getByLabel("Both")).toBeChecked()
  await hers.getByRole("button", { name: "Save this choice" }).focus()
  await hers.keyboard.press("Enter")
  await isSaved(hers)
  const { text } = await storyNow(story.id)
  expect(text).toMatchObject({ headline: "By Ada", standfirst: "By Ben." })
  expect(text.body).toMatchObject([
    { id: first.id },
    { text: [{ text: "Second. Ada was here." }] },
    { text: [{ text: "Second. Ben was here." }] },
  ])
  await expect(bodyOf(hers)).toContainText("Ben was here.")
})

test("an act that comes after somebody else's words is not done before they were seen", async ({ browser }) => {
  const { ada, ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const other = await cast()
  await saveDraft(other.ben, story.id, story.revision, { headline: "Changed behind your back" })
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else changed this story" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Two texts of this story" })).toBeVisible()
  expect((await storyNow(story.id)).status).toBe("filed")
  expect(ada.role).toBe("reporter")
})
