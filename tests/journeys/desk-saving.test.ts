import { expect } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { atDesk, atEndOfBody, bodyOf, cutTheLine, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, disable, hire, PASSWORD, paragraph, storyIn } from "../newsroom"

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

test("whoever is signed out keeps their words, signs in on the spot, and has them saved", async ({ browser }) => {
  const ada = await hire("reporter")
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await page.context().clearCookies()
  await headlineOf(page).fill("Too late")
  await expect(page.getByRole("status")).toContainText("Not saved: you are signed out.")
  await headlineOf(page).pressSequentially(", or not")
  expect((await storyNow(story.id)).text.headline).toBe(story.text.headline)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Sign in again" })
  await expect(dialog.getByLabel("Email")).toHaveValue(ada.email)
  await expect(dialog.getByLabel("Password")).toBeFocused()
  await dialog.getByLabel("Password").fill("not this one")
  await dialog.getByRole("button", { name: "Sign in" }).click()
  await expect(dialog.getByRole("alert")).toBeVisible()
  await dialog.getByLabel("Password").fill(PASSWORD)
  await dialog.getByRole("button", { name: "Sign in" }).click()
  await isSaved(page)
  await expect(headlineOf(page)).toHaveValue("Too late, or not")
  expect((await storyNow(story.id)).text.headline).toBe("Too late, or not")
})

test("whoever is disabled is told so, and the words stay", async ({ browser }) => {
  const ada = await hire("reporter")
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await disable(ada)
  await headlineOf(page).fill("Too late")
  await expect(page.getByRole("status")).toContainText("Not saved: you are signed out.")
  await expect(headlineOf(page)).toHaveValue("Too late")
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

test("two at one story in different parts of it: each sees the other's words come in, and writes on where the caret is", async ({
  browser,
}) => {
  const { ada, ben } = await cast()
  const [first, second] = [paragraph("First."), paragraph("Second.")]
  const story = await storyIn("draft", { body: [first, second] })
  const [hers, his] = await Promise.all([atDesk(browser, ada), atDesk(browser, ben)])
  await Promise.all([openStory(hers, story.id), openStory(his, story.id)])
  await expect(his.getByText(`${ada.name} is in this story.`)).toBeVisible()

  const mend = await cutTheLine(hers)
  await atEndOfBody(hers)
  await hers.keyboard.type(" Ada was here")
  await expect(hers.getByRole("status")).toContainText("Not saved")
  await his.getByRole("textbox", { name: "Standfirst" }).fill("By Ben.")
  await bodyOf(his).getByText("First.").click()
  await his.keyboard.press("Home")
  await his.keyboard.type("Ben was here. ")
  await isSaved(his)
  await mend()
  await isSaved(hers)
  await hers.keyboard.type(", and stayed.")
  await isSaved(hers)
  await expect(bodyOf(hers)).toHaveText("Ben was here. First.Second. Ada was here, and stayed.")
  await expect(hers.getByRole("textbox", { name: "Standfirst" })).toHaveValue("By Ben.")
  expect((await storyNow(story.id)).text).toMatchObject({
    standfirst: "By Ben.",
    body: [
      { id: first.id, text: [{ text: "Ben was here. First." }] },
      { id: second.id, text: [{ text: "Second. Ada was here, and stayed." }] },
    ],
  })
  // What is undone is one's own.
  await hers.keyboard.press("Control+z")
  await expect(bodyOf(hers)).toContainText("Ben was here. First.")
  await expect(bodyOf(his)).toContainText("Ada was here", { timeout: 20_000 })
  await hers.getByRole("link", { name: "Newslist" }).click()
  await expect(his.getByText("is in this story.")).toHaveCount(0, { timeout: 20_000 })
})

test("a save whose answer is lost is done once, however often it is asked for", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  let asked = 0
  await page.route(
    (url) => url.pathname.endsWith("/draft"),
    async (route) => {
      if (route.request().method() !== "PATCH" || ++asked > 2) return route.fallback()
      await route.fetch()
      await route.abort()
    },
  )
  await headlineOf(page).fill("Once")
  await expect(page.getByRole("status")).toContainText("Not saved")
  await headlineOf(page).fill("Once, and more")
  await isSaved(page)
  expect(await storyNow(story.id)).toMatchObject({ revision: story.revision + 2, text: { headline: "Once, and more" } })
})

test("who leaves a story that could not be saved finds the words when coming back, and they are saved", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const mend = await cutTheLine(page)
  await headlineOf(page).fill("Left behind")
  await page.getByRole("link", { name: "Newslist" }).click()
  await expect(page.getByRole("heading", { name: "Newslist" })).toBeVisible()
  await page.goBack()
  await expect(headlineOf(page)).toHaveValue("Left behind")
  await mend()
  await isSaved(page)
  expect((await storyNow(story.id)).text.headline).toBe("Left behind")
})

test("the newsroom is renewed under an open editor: words are saved, and an act says what to do", async ({
  browser,
}) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  // Another build knows other server actions; this is Next's answer to one that it does not know.
  await page.route(
    (url) => url.pathname.startsWith("/newsroom/stories/"),
    (route) =>
      route.request().method() === "POST"
        ? route.fulfill({
            status: 404,
            headers: { "x-nextjs-action-not-found": "1" },
            body: "Server action not found.",
          })
        : route.fallback(),
  )
  await headlineOf(page).fill("Written across a renewal")
  await isSaved(page)
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByRole("alert").filter({ hasText: "was renewed since you opened this screen" })).toBeVisible()
  expect(await storyNow(story.id)).toMatchObject({ status: "filed", text: { headline: "Written across a renewal" } })
})

test("two editors in the same words: both texts are shown, and each block is kept or dropped by choice", async ({
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
  await expect(hers.getByRole("status")).toContainText("Not saved: somebody else changed the same words of this story.")
  // Who is writing goes on, and looks when there is time for it.
  await hers.keyboard.type(" too")
  await expect(headlineOf(hers)).toHaveValue("By Ada too")
  await hers.getByRole("button", { name: "Look at both texts" }).click()
  await expect(hers.getByRole("heading", { name: "Two texts of this story" })).toBeFocused()
  for (const words of ["Ben was here.", "Ada was here.", "By Ben.", "By Ada too"])
    await expect(hers.getByRole("region", { name: "Two texts of this story" })).toContainText(words)

  // What only one side changed is suggested; what both changed is kept twice until somebody chooses, here by keys.
  await expect(hers.getByRole("group", { name: "Headline" }).getByLabel("Yours")).toBeChecked()
  await expect(hers.getByRole("group", { name: "Standfirst" }).getByLabel("Theirs")).toBeChecked()
  const block = hers.getByRole("group", { name: /^Paragraph/ })
  await expect(block.getByLabel("Both")).toBeChecked()
  await expect(block.locator("mark"), "what differs is marked").toHaveText(["Ada", "Ben"])
  await hers.getByRole("button", { name: "Save this choice" }).focus()
  await hers.keyboard.press("Enter")
  await isSaved(hers)
  const { text } = await storyNow(story.id)
  expect(text).toMatchObject({ headline: "By Ada too", standfirst: "By Ben." })
  expect(text.body).toMatchObject([
    { id: first.id },
    { text: [{ text: "Second. Ada was here." }] },
    { text: [{ text: "Second. Ben was here." }] },
  ])
  await expect(bodyOf(hers)).toContainText("Ben was here.")
})

test("an act that comes after somebody else's words is not done before they were seen", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  // Nor did the screen hear of them in time.
  await page.route(
    (url) => url.pathname.endsWith("/presence"),
    (route) => route.abort(),
  )
  await openStory(page, story.id)
  const other = await cast()
  await saveDraft(other.ben, story.id, story.revision, { headline: "Changed behind your back" })
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else changed this story" })).toBeVisible()
  await expect(headlineOf(page)).toHaveValue("Changed behind your back")
  expect((await storyNow(story.id)).status).toBe("filed")
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText("Published", { exact: true }).first()).toBeVisible()
  expect((await storyNow(story.id)).status).toBe("published")
})
