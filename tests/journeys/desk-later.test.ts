import { expect, type Page } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { atDesk, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, done, hire, paragraph, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

const more = async (page: Page, act: string) => {
  await page.getByText("More", { exact: true }).click()
  await page.getByRole("button", { name: act, exact: true }).click()
}
const standingOf = (page: Page) => page.getByText(/Embargo until|on \d+ .* 2099/)

test("a story under embargo is not published before its end, until somebody lifts it", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await more(page, "Embargo")
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: "Embargo" }).click()
  await expect(dialog.getByRole("alert")).toContainText("Say until when")
  await dialog.getByLabel("Date and time").fill("2099-01-02T10:00")
  await dialog.getByRole("button", { name: "Embargo" }).click()
  await expect(page.getByText("Under embargo: nobody outside sees it before.")).toBeVisible()
  await expect(standingOf(page)).toContainText("Embargo until 2 January 2099")
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByRole("alert").filter({ hasText: "This story is under embargo until" })).toBeVisible()
  expect((await page.request.get(pathOf(story))).status()).toBe(404)

  await page.goto("/newsroom/coming?month=2099-01")
  await expect(page.getByRole("cell", { name: /^2\b/ })).toContainText(story.text.headline)
  await page.getByRole("region", { name: "The next first" }).getByRole("link", { name: story.text.headline }).click()
  await more(page, "Lift the embargo")
  await expect(standingOf(page)).toHaveCount(0)
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
})

test("a slip of the pen is proposed as a minor change, and readers are told of no update", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("published", { headline: "The minister recieved the report" })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await headlineOf(page).fill("The minister received the report")
  await expect(page.getByText("This looks like a minor change:")).toBeVisible()
  const [changes] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "See what changed" }).click(),
  ])
  await expect(changes.locator(".difference ins")).toContainText("received")
  await expect(changes.locator(".difference del")).toContainText("recieved")
  await page.getByRole("button", { name: "Minor change", exact: true }).click()
  await expect(page.getByText("Changed: readers have the new text.")).toBeVisible()
  const paper = await (await page.request.get(pathOf(story))).text()
  expect(paper).toContain("The minister received the report")
  expect(paper).not.toContain("Updated</span>")
  await headlineOf(page).fill("The minister received 14 reports")
  await expect(page.getByText("This looks like an update:")).toBeVisible()
  await headlineOf(page).fill("The minister received the report")
  await isSaved(page)
})

test("a change of a live story is scheduled as what it is, and readers have nothing of it; cancelled it is kept", async ({
  browser,
}) => {
  const { ben } = await cast()
  const story = await storyIn("published", { headline: "The flood killed 40 people" })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await headlineOf(page).fill("The flood killed 14 people")
  await expect(page.getByText("This looks like a correction: A number changed")).toBeVisible()
  await more(page, "Schedule the change")
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByLabel(/^Correction or clarification/), "as it is proposed").toBeChecked()
  await dialog.getByLabel("Date and time").fill("2099-03-04T18:00")
  const send = dialog.getByRole("button", { name: "Schedule the change" })
  await send.click()
  await expect(dialog.getByRole("alert")).toContainText("Say in the correction what was wrong")
  await dialog.getByLabel("What was wrong, and what is right").fill("It was 14, not 40.")
  await send.click()
  await expect(page.getByText("The change is scheduled.")).toBeVisible()
  await expect(standingOf(page)).toContainText("correction on 4 March 2099")
  expect(await storyNow(story.id)).toMatchObject({ status: "published", changeAs: "correct" })
  expect(await (await page.request.get(pathOf(story))).text()).toContain("killed 40 people")
  await more(page, "Cancel the scheduled change")
  await expect(standingOf(page)).toHaveCount(0)
  await expect(headlineOf(page)).toHaveValue("The flood killed 14 people")
})

test("changes are set aside for a correction, and brought back block by block; what both changed somebody chooses", async ({
  browser,
}) => {
  const { ben, cleo } = await cast()
  const [one, two] = [paragraph("The bridge is closed."), paragraph("Nobody was hurt.")]
  const story = await storyIn("published", { headline: "Bridge closed", body: [one, two] })
  const staged = await saveDraft(ben, story.id, story.revision, {
    headline: "Bridge closed for a year",
    body: [one, { ...two, text: [{ text: "Nobody was hurt, and traffic goes by ferry." }] }],
  })
  if (!("saved" in staged)) throw new Error("not saved")
  const page = await atDesk(browser, cleo)
  await openStory(page, story.id)
  await more(page, "Set the changes aside")
  await expect(headlineOf(page)).toHaveValue("Bridge closed")
  await expect(page.getByText(/set changes of this story aside on/)).toContainText(cleo.name)
  await expect(page.getByText("Unpublished changes")).toHaveCount(0)

  await headlineOf(page).fill("Bridge at Visé closed")
  await isSaved(page)
  const now = await storyNow(story.id)
  done(await perform(ben, "correct", story.id, now.revision, { note: "It is the bridge at Visé." }))
  await page.reload()
  await page.getByRole("button", { name: "Bring them back" }).click()
  await expect(page.getByRole("heading", { name: "Two texts of this story" })).toBeVisible()
  const headline = page.getByRole("group", { name: /^Headline/ })
  await expect(headline).toContainText("changed on both sides")
  await expect(
    page.getByRole("group").filter({ hasText: "traffic goes by ferry" }).getByLabel("Set aside"),
  ).toBeChecked()
  await headline.getByLabel("The draft now").check()
  await page.getByRole("button", { name: "Save this choice" }).click()
  await expect(headlineOf(page)).toHaveValue("Bridge at Visé closed")
  await expect(page.getByText(/set changes of this story aside on/)).toHaveCount(0)
  const { text } = await storyNow(story.id)
  expect(text.headline).toBe("Bridge at Visé closed")
  expect(JSON.stringify(text.body)).toContain("traffic goes by ferry")
  const live = await (await page.request.get(pathOf(story))).text()
  expect(live).not.toContain("ferry")
})

test("a withdrawal is planned with its notice, is listed, and is taken back", async ({ browser }) => {
  const ben = await hire("editor")
  const story = await storyIn("published")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await more(page, "Withdraw later")
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Date and time").fill("2099-05-06T00:00")
  await dialog.getByLabel("The notice that readers will see in its place").fill("The exhibition is over.")
  await dialog.getByRole("button", { name: "Withdraw later" }).click()
  await expect(standingOf(page)).toContainText("to be withdrawn on 6 May 2099")
  await page.goto("/newsroom/coming")
  const line = page.getByRole("listitem").filter({ hasText: story.text.headline })
  await expect(line).toContainText("Withdraw")
  await line.getByRole("link").click()
  await more(page, "Do not withdraw")
  await expect(standingOf(page)).toHaveCount(0)
  expect((await page.request.get(pathOf(story))).status()).toBe(200)
})
