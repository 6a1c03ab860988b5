import { expect, type Page } from "@playwright/test"
import { findNotes } from "@/lib/related/notes.server"
import { perform } from "@/lib/story/perform.server"
import { keys, nothingFound, until } from "../by-keys"
import { atDesk, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, done, pagesFollow, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

const panelOf = (page: Page) => page.getByRole("region", { name: "Related news" })
const rowsOf = (page: Page) => panelOf(page).getByRole("list").first().getByRole("listitem")

test("an item is pinned, hidden, dated and explained with the mouse, the row says so, and readers see that and no more", async ({
  browser,
  request,
}) => {
  const { ben } = await cast()
  const [one, two, three] = [await storyIn("published"), await storyIn("published"), await storyIn("withdrawn")]
  const related = [{ story: one.id }, { story: two.id }, { story: three.id }]
  const story = await storyIn("published", { related })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const rowOf = ({ text }: typeof one) => rowsOf(page).filter({ hasText: text.headline })
  await expect(rowOf(three)).toContainText("Not public (withdrawn): readers do not see it.")

  await rowOf(two).getByRole("button", { name: "More" }).click()
  await rowOf(two).getByLabel("Headline for readers").fill("What came before")
  await rowOf(two).getByLabel("Pin to the top").check()
  await expect(rowsOf(page).first()).toContainText(two.text.headline)
  await expect(panelOf(page)).toContainText(`${two.text.headline} is pinned, place 1 of 3.`)
  await expect(rowOf(one).getByRole("button", { name: "Move up" })).toHaveAttribute("aria-disabled", "true")
  await rowOf(two).getByLabel("From", { exact: true }).fill("2026-01-02T10:00")
  await rowOf(two).getByLabel("Until").fill("2026-01-01T10:00")
  await expect(rowOf(two).getByLabel("Until")).toHaveAccessibleDescription(/It ends before it begins/)
  await rowOf(two).getByLabel("Note for the desk").fill("The minister asked for it.")
  await rowOf(one).getByRole("button", { name: "More" }).click()
  await expect(rowOf(two)).toContainText(`The minister asked for it. ${ben.name}, `)
  await rowOf(one).getByLabel("Hide from readers").check()
  await isSaved(page)
  const from = "2026-01-02T09:00:00.000Z"
  const said = { story: two.id, headlineForReaders: "What came before", from, pinned: true }
  const kept = { ...said, until: undefined }
  expect((await storyNow(story.id)).text.related).toEqual([
    JSON.parse(JSON.stringify(kept)),
    { story: one.id, hidden: true },
    { story: three.id },
  ])
  await expect(rowOf(two).getByLabel("Until"), "what cannot be kept yet stays in its field").toHaveValue(
    "2026-01-01T10:00",
  )
  await rowOf(two).getByLabel("Until").fill("2099-01-01T10:00")
  await isSaved(page)
  await expect
    .poll(async () => (await storyNow(story.id)).text.related[0])
    .toMatchObject({
      until: "2099-01-01T09:00:00.000Z",
    })
  expect(await findNotes(story.id)).toMatchObject({ [two.id]: { text: "The minister asked for it.", by: ben.name } })
  await nothingFound(page)

  await page.reload()
  await expect(rowOf(two)).toContainText("Pinned")
  await expect(rowOf(two)).toContainText("Until 1 January 2099, 10:00 CET")
  await expect(rowOf(two)).toContainText("Headline for readers: What came before")
  await expect(rowOf(one)).toContainText("Hidden from readers")
  done(await perform(ben, "update", story.id, (await storyNow(story.id)).revision))
  await pagesFollow()
  const seen = await (await request.get(pathOf(story))).text()
  expect(seen).toContain("What came before")
  for (const { text } of [one, two, three]) expect(seen).not.toContain(text.headline)
  expect(seen).not.toContain("minister")
})

test("the same by keyboard: what a button opens follows it, and the focus is never lost", async ({ browser }) => {
  const { ada } = await cast()
  const [one, two] = [await storyIn("published"), await storyIn("published")]
  const story = await storyIn("draft", { related: [{ story: one.id }, { story: two.id }] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const row = rowsOf(page).filter({ hasText: two.text.headline })
  const more = row.getByRole("button", { name: "More" })
  await expect(more).toHaveAttribute("aria-expanded", "false")
  await more.focus()
  await keys(page, "Enter")
  await expect(more).toHaveAttribute("aria-expanded", "true")
  await until(page, "Tab", row.getByLabel("Headline for readers"), 1)
  await page.keyboard.type("In short")
  await until(page, "Tab", row.getByLabel("Pin to the top"), 16)
  await keys(page, "Space")
  await expect(rowsOf(page).first()).toContainText(two.text.headline)
  await expect(row.getByLabel("Pin to the top")).toBeFocused()
  await until(page, "Tab", row.getByLabel("Hide from readers"), 1)
  await keys(page, "Space")
  await until(page, "Tab", row.getByLabel("Note for the desk"), 1)
  await page.keyboard.type("Wait for the court.")
  await keys(page, "Tab")
  await expect(row).toContainText("Note saved.")
  await expect(row).toContainText(`Wait for the court. ${ada.name}, `)
  await until(page, "Shift+Tab", more, 24)
  await keys(page, "Enter")
  await expect(more).toHaveAttribute("aria-expanded", "false")
  await expect(row.getByLabel("Note for the desk")).toBeHidden()
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([
    { story: two.id, headlineForReaders: "In short", pinned: true, hidden: true },
    { story: one.id },
  ])
})
