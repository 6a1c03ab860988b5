import { expect, type Page, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { findings } from "../axe"
import { atDesk, headlineOf, openStory } from "../desk"
import { cast, type hire, paragraph, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

async function write(by: Awaited<ReturnType<typeof hire>>, story: Story, changes: Partial<StoryText>) {
  const saving = await saveDraft(by, story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

const list = (page: Page) => page.getByRole("region", { name: "The newest first" })
const focused = (page: Page) => page.locator(":focus")

test("who changed what is told by sittings and by words; an earlier text is taken up by keys, and one press takes that back", async ({
  browser,
}) => {
  const { ada, ben, cleo } = await cast()
  const [one, two, three] = [paragraph("It rained for two days."), paragraph("Nobody was wet."), paragraph("It ended.")]
  const live = await storyIn("published", { headline: "Readers have this", body: [one, two, three] })
  const mended = { ...one, text: [{ text: "It rained for three days." }] }
  const cleos = await write(cleo, live, { headline: "Cleo wrote this", body: [two, three, mended] })
  const bens = await write(ben, cleos, { standfirst: "Ben wrote that." })
  const page = await atDesk(browser, ben)
  await openStory(page, live.id)
  await page.getByRole("link", { name: "Versions and drafts: who changed what" }).focus()
  await page.keyboard.press("Enter")
  await expect(list(page)).toMatchAriaSnapshot(`
    - region "The newest first":
      - heading "The newest first" [level=2]
      - list:
        - listitem:
          - paragraph:
            - strong: Draft
            - text: /, Ben/
          - paragraph: Standfirst
          - paragraph:
            - link /What changed with this. Draft/
        - listitem:
          - paragraph:
            - strong: Draft
            - text: /, Cleo/
          - paragraph: "Headline; text: 1 part moved"
  `)
  await list(page).getByRole("listitem").filter({ hasText: cleo.name }).getByRole("link").focus()
  await page.keyboard.press("Enter")
  await expect(focused(page), "one goes on at what was asked for").toHaveText(/^Draft, .*Cleo/)
  const change = (label: string) => page.locator(".change").filter({ hasText: label })
  await expect(change("Headline").locator("ins")).toContainText("Cleo wrote")
  await expect(change("moved from here").locator("del, ins")).toHaveCount(0)
  await expect(change("moved here and changed").locator("del")).toHaveText("removed: two")
  await expect(change("moved here and changed").locator("ins")).toHaveText("added: three")
  await expect(page.getByRole("link", { name: "Compare it with the newest text" })).toBeVisible()
  expect(await findings(page)).toEqual([])

  await openHistory(page, live.id, cleos.revision)
  await page.getByRole("button", { name: "Take it up as the draft" }).focus()
  await page.keyboard.press("Enter")
  const taken = page.getByRole("region", { name: "Taken up", exact: true })
  await expect(taken.getByRole("status")).toContainText(`The draft is ${cleo.name}’s draft of`)
  await expect(taken, "who did it goes on from what is said of it").toBeFocused()
  expect(await findings(page)).toEqual([])
  expect(await (await page.request.get(pathOf(live))).text()).toContain("Readers have this")
  await page.keyboard.press("Tab")
  await expect(focused(page)).toHaveText("Go on writing in it")
  await page.keyboard.press("Tab")
  await expect(focused(page)).toHaveText("Take that back")
  await page.keyboard.press("Enter")
  await expect(taken.getByRole("status")).toContainText(`The draft is ${ben.name}’s draft of`)
  await expect(list(page).getByRole("listitem").first()).toContainText("Earlier text taken up")
  await taken.getByRole("link", { name: "Go on writing in it" }).press("Enter")
  await expect(headlineOf(page)).toHaveText("Cleo wrote this")
  await expect(page.getByRole("textbox", { name: "Standfirst", exact: true })).toHaveText(bens.text.standfirst)

  const reporter = await atDesk(browser, ada)
  await reporter.goto(`/newsroom/stories/${live.id}/history`)
  await expect(list(reporter).getByRole("link").first()).toBeVisible()
  await expect(reporter.getByRole("button", { name: /Take/ }), "who may not write may look").toHaveCount(0)
})

const openHistory = (page: Page, id: string, revision: number) =>
  page.goto(`/newsroom/stories/${id}/history?at=draft%20${revision}`)

test("a long life of a story is read by pages, what was kept within a sitting can be found, and one without any text says so", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { headline: "A long one" })
  const hour = 60 * 60 * 1_000
  const at = (number: number) => new Date(story.changedAt.getTime() - (60 - number) * hour)
  await db.checkpoint.createMany({
    data: Array.from({ length: 45 }, (_, number) => {
      const text = { ...story.text, headline: `Words ${number}` }
      return { storyId: story.id, revision: 1_000 + number, byId: ada.id, text, startedAt: at(number), at: at(number) }
    }),
  })
  const soon = new Date(at(44).getTime() + 60_000)
  await db.checkpoint.create({
    data: { storyId: story.id, revision: 1_100, byId: ada.id, text: story.text, startedAt: soon, at: soon },
  })
  const page = await atDesk(browser, ada)
  await page.goto(`/newsroom/stories/${story.id}/history`)
  await expect(list(page).getByRole("navigation", { name: "Pages" })).toContainText("Page 1 of 2")
  await page.getByText("1 text kept on the way").press("Enter")
  await list(page)
    .getByRole("link", { name: /^Draft, / })
    .press("Enter")
  await expect(page.locator(".change").filter({ hasText: "Headline" }).locator("ins")).toHaveText("added: 44")
  await page.getByRole("link", { name: "Older" }).press("Enter")
  await expect(list(page).getByRole("navigation", { name: "Pages" })).toContainText("Page 2 of 2")
  await list(page)
    .getByRole("link", { name: /What changed/ })
    .last()
    .press("Enter")
  await expect(page.getByText("There is none before it to compare it with.")).toBeVisible()
  await expect(page).toHaveURL(/page=2/)

  await db.checkpoint.deleteMany({ where: { storyId: story.id } })
  await page.goto(`/newsroom/stories/${story.id}/history`)
  await expect(page.getByRole("heading", { name: "Nothing is kept yet" })).toBeVisible()
  expect(await findings(page)).toEqual([])
})
