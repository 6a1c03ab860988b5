import { expect, type Page } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { atDesk, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, rareWord, storyIn } from "../newsroom"

const panelOf = (page: Page) => page.getByRole("region", { name: "Related news" })

async function addStory(page: Page, word: string) {
  await panelOf(page).getByLabel("Find a story").fill(word)
  await panelOf(page)
    .getByRole("button", { name: `Add A story about ${word}` })
    .click()
}

test("related news is found, linked, ordered and removed by keyboard, and saved with the draft", async ({
  browser,
}) => {
  const { ada } = await cast()
  const [here, there] = [rareWord(), rareWord()]
  const [open, hidden, story] = await Promise.all([
    storyIn("published", { headline: `A story about ${here}` }),
    storyIn("draft", { headline: `A story about ${there}` }),
    storyIn("draft"),
  ])
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await addStory(page, here)
  await addStory(page, there)
  await expect(panelOf(page).getByRole("listitem").filter({ hasText: there })).toContainText("readers do not see it")

  await panelOf(page).getByRole("button", { name: "Add link" }).press("Enter")
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Address").fill("ftp://example.org")
  await dialog.getByLabel("Headline").fill("A page elsewhere")
  await dialog.getByLabel("Source").fill("Elsewhere Daily")
  await page.keyboard.press("Enter")
  await expect(dialog.getByText("A link needs a whole address")).toBeVisible()
  await dialog.getByLabel("Address").fill("https://example.org/page")
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem")).toHaveCount(3)

  const last = panelOf(page).getByRole("listitem").nth(2)
  await last.getByRole("button", { name: "Move up" }).press("Enter")
  const moved = panelOf(page).getByRole("listitem").nth(1)
  await expect(moved).toContainText("A page elsewhere")
  await expect(moved.getByRole("button", { name: "Move up" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem").first()).toContainText("Elsewhere Daily")
  await expect(panelOf(page)).toContainText("A page elsewhere is now at place 1 of 3.")
  await isSaved(page)
  const { related } = (await storyNow(story.id)).text
  expect(related).toEqual([{ link: expect.any(String) }, { story: open.id }, { story: hidden.id }])

  const first = panelOf(page).getByRole("listitem").first()
  await first.getByRole("button", { name: "Remove" }).press("Enter")
  await expect(panelOf(page).getByRole("listitem").first().getByRole("button", { name: "Remove" })).toBeFocused()
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([{ story: open.id }, { story: hidden.id }])
  await page.reload()
  await expect(panelOf(page).getByRole("listitem")).toHaveCount(2)
})

test("related news is put in order by drag", async ({ browser }) => {
  const { ada } = await cast()
  const [one, two, three] = await Promise.all([storyIn("published"), storyIn("published"), storyIn("published")])
  const story = await storyIn("draft", { related: [{ story: one.id }, { story: two.id }, { story: three.id }] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const items = panelOf(page).getByRole("listitem")
  await items.nth(2).dragTo(items.nth(0))
  await expect(items.first()).toContainText(three.text.headline)
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([{ story: three.id }, { story: one.id }, { story: two.id }])
})

test("an administrator sees every outside link and where it is used, mends it, and cannot remove it while it is used", async ({
  browser,
}) => {
  const { cleo, ada } = await cast()
  const word = rareWord()
  const story = await storyIn("draft", { headline: `A story about ${word}` })
  const page = await atDesk(browser, cleo)
  await openStory(page, story.id)
  await panelOf(page).getByRole("button", { name: "Add link" }).click()
  await page.getByRole("dialog").getByLabel("Address").fill(`https://example.org/${word}`)
  await page.getByRole("dialog").getByLabel("Headline").fill(`Elsewhere about ${word}`)
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem")).toHaveCount(1)
  await isSaved(page)

  await page.goto("/newsroom/related")
  const row = page.getByRole("row").filter({ hasText: word })
  await expect(row.getByRole("link", { name: `A story about ${word}` })).toBeVisible()
  await row.getByRole("button", { name: "Edit" }).click()
  await page.getByRole("dialog").getByLabel("Source").fill("The Source")
  await page.keyboard.press("Enter")
  await expect(row).toContainText("The Source")
  await row.getByRole("button", { name: "Remove" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove link" }).click()
  await expect(page.getByRole("alert").filter({ hasText: "This link is still in" })).toBeVisible()

  await perform(cleo, "spike", story.id, (await storyNow(story.id)).revision)
  await page.reload()
  await expect(row.getByRole("listitem")).toContainText(/ spiked$/)

  const hers = await atDesk(browser, ada)
  await hers.goto("/newsroom/related")
  await expect(hers.getByText("Administrators keep the outside links")).toBeVisible()
  await expect(hers.getByRole("table")).toHaveCount(0)
})
