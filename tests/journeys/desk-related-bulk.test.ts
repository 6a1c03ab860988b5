import { expect, type Page } from "@playwright/test"
import { findings } from "../axe"
import { keys, nothingFound, openChooser, until } from "../by-keys"
import { atDesk, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, ORIGIN, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

const relatedOf = (page: Page) => page.getByRole("complementary", { name: "Related news" })

test("an item is replaced everywhere after a look at what that does, readers have the new one, and an undo brings the old one back", async ({
  browser,
}) => {
  const { ben, cleo } = await cast()
  const word = rareWord()
  const [old, fresh] = [
    await storyIn("published", { headline: `${word} as it was` }),
    await storyIn("published", { headline: `${word} as it is` }),
  ]
  const live = await storyIn("published", { related: [{ story: old.id }] })
  const draft = await storyIn("draft", { related: [{ story: old.id }] })
  const reader = await (await browser.newContext({ baseURL: ORIGIN })).newPage()
  await reader.goto(pathOf(live))
  await expect(relatedOf(reader)).toContainText(old.text.headline)

  const page = await atDesk(browser, cleo)
  await page.goto("/newsroom/related")
  await page.getByRole("navigation", { name: "Related news" }).getByRole("link", { name: "In many stories" }).click()
  const form = page.getByRole("form", { name: "Replace or take out everywhere" })
  await form.getByLabel("Find what to replace").fill(old.text.headline)
  await form.getByRole("button", { name: `Choose ${old.text.headline}` }).click()
  await form.getByLabel("Find what comes in its place").fill(fresh.text.headline)
  await form.getByRole("button", { name: `Choose ${fresh.text.headline}` }).click()
  await form.getByRole("button", { name: "Show what will be replaced" }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText(
    "2 stories will change, and nothing has yet. Readers have it at once in 1 of them.",
  )
  expect(await findings(page)).toEqual([])
  expect((await storyNow(draft.id)).text.related).toEqual([{ story: old.id }])
  await dialog.getByRole("button", { name: "Do it: 2 stories" }).click()
  await expect(dialog).toContainText("Done: 2 stories.")
  await reader.reload()
  await expect(relatedOf(reader)).toContainText(fresh.text.headline)
  await expect(relatedOf(reader)).not.toContainText(old.text.headline)
  expect((await storyNow(draft.id)).text.related).toEqual([{ story: fresh.id }])
  await dialog.getByRole("button", { name: "Done" }).click()

  await page.getByRole("navigation", { name: "Related news" }).getByRole("link", { name: "Changes" }).click()
  const row = page.getByRole("row").filter({ hasText: old.text.headline }).filter({ hasText: "2 stories" })
  await expect(row).toContainText(cleo.name)
  await row.getByRole("button", { name: "Undo" }).click()
  await dialog.getByRole("button", { name: "Do it: 2 stories" }).click()
  await expect(dialog).toContainText("Done: 2 stories.")
  await dialog.getByRole("button", { name: "Done" }).click()
  await expect(row.filter({ hasText: `Undone by ${cleo.name}` })).toHaveCount(1)
  await reader.reload()
  await expect(relatedOf(reader)).toContainText(old.text.headline)
  expect((await storyNow(draft.id)).text.related).toEqual([{ story: old.id }])

  const his = await atDesk(browser, ben)
  await openStory(his, live.id)
  await his.getByRole("button", { name: "And back" }).click()
  await expect(his.getByText("leads back now. Readers have it at once")).toBeVisible()
  expect((await storyNow(old.id)).text.related).toEqual([{ story: live.id }])
  await his.goto("/newsroom/related/many")
  await expect(his.getByText("Administrators change related news in many stories")).toBeVisible()
})

test("by keys a file is brought in: its bad line is named, the good ones are taken", async ({ browser }) => {
  const { cleo } = await cast()
  const word = rareWord()
  const target = await storyIn("published", { headline: `${word} to lead to` })
  const story = await storyIn("published", { headline: `${word} that leads` })
  const page = await atDesk(browser, cleo)
  await page.goto("/newsroom/related/files")
  await nothingFound(page)
  await until(page, "Tab", page.getByLabel("File, CSV or JSON"), 60)
  const lines = [
    "Story;Kind;Target;Target headline;Reason",
    `${story.id};story;${target.id};;Background`,
    `${story.id};link;elsewhere;"A page\nelsewhere";`,
    `${story.id};link;https://${word}.example/;Elsewhere;`,
  ]
  const chooser = await openChooser(page)
  await chooser.setFiles({ name: "more.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}`) })
  await until(page, "Tab", page.getByRole("button", { name: "Show what it would do" }), 6)
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "From a file: more.csv" })
  await expect(dialog.getByRole("list", { name: "Lines that cannot be taken" }).getByRole("listitem")).toHaveText([
    "Line 3: “target”: A link needs a whole address that starts with https:// or http://.",
  ])
  await expect(dialog.getByRole("list", { name: "What will happen" })).toContainText("New outside links: “Elsewhere”.")
  await nothingFound(page)
  expect((await storyNow(story.id)).text.related).toEqual([])
  await until(page, "Tab", dialog.getByRole("button", { name: "Do it: 1 story" }), 6)
  await keys(page, "Enter")
  await expect(dialog).toContainText("Done: 1 story.")
  await expect(dialog.getByRole("button", { name: "Done" })).toBeFocused()
  expect((await storyNow(story.id)).text.related).toEqual([
    { story: target.id, reason: "Background" },
    { link: expect.any(String) },
  ])
  await keys(page, "Enter")
  await expect(dialog).toBeHidden()
  const download = page.waitForEvent("download")
  await until(page, "Shift+Tab", page.getByRole("link", { name: /Download as CSV/ }), 10)
  await page.keyboard.press("Enter")
  expect((await download).suggestedFilename()).toBe("related-news.csv")
})
