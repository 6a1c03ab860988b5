import { expect } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { atDesk, headlineOf, isSaved, openStory } from "../desk"
import { test } from "../in-browsers"
import { cast, hire, openSection, storyIn } from "../newsroom"
import { seen } from "../reader-pages"

test("where approval is needed somebody else approves the text, and a later change makes that void, visibly", async ({
  browser,
}) => {
  const section = await openSection()
  const settings = await atDesk(browser, await hire("admin"))
  await settings.goto("/newsroom/settings")
  const needed = settings.getByRole("button", { name: `Approval needed in ${section.name}` })
  await expect(needed).toHaveAttribute("aria-pressed", "false")
  await needed.click()
  await expect(needed).toHaveAttribute("aria-pressed", "true")

  const [ben, cy] = [await hire("editor"), await hire("editor")]
  const story = await storyIn("filed", { section: section.slug, headline: "Fourteen boats" })
  const bens = await atDesk(browser, ben)
  await openStory(bens, story.id)
  await expect(bens.getByText("Needs approval")).toBeVisible()
  await bens.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(bens.getByRole("alert").filter({ hasText: "Nobody has yet" })).toBeVisible()

  const cys = await atDesk(browser, cy)
  await openStory(cys, story.id)
  await cys.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(cys.getByText("Approved: this text, and no other.")).toBeVisible()
  await expect(cys.getByText(`Approved by ${cy.name}`)).toBeVisible()

  await openStory(bens, story.id)
  await expect(bens.getByText(`Approved by ${cy.name}`)).toBeVisible()
  await headlineOf(bens).fill("Fifteen boats")
  await expect(bens.getByText(`Changed since ${cy.name} approved it`)).toBeVisible()
  await isSaved(bens)
  const [changes] = await Promise.all([
    bens.waitForEvent("popup"),
    bens.getByRole("link", { name: "what changed" }).click(),
  ])
  await expect(changes.locator(".difference ins").first()).toContainText("Fifteen")
  await expect(changes.locator(".difference-key")).toContainText("only in the text that was approved")
  await bens.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(bens.getByRole("alert").filter({ hasText: "has to be somebody else's" })).toBeVisible()

  await openStory(cys, story.id)
  await cys.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(cys.getByText(`Approved by ${cy.name}`)).toBeVisible()
  await cys.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(cys.getByText(/^Published\./)).toBeVisible()
  const paper = await cys.request.get(`/${section.slug}/fifteen-boats`)
  expect(await paper.text()).toContain("Fifteen boats")
})

test("where nothing is asked, nobody is asked to approve; before a story moves it is said what that brings", async ({
  browser,
}) => {
  const { ben } = await cast()
  const [before, after] = [await openSection(), await openSection()]
  const story = await storyIn("published", { section: before.slug })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0)
  await page.getByLabel("Section", { exact: true }).selectOption(after.slug)
  const said = page.getByRole("listitem").filter({ hasText: "Readers will find it at" })
  await expect(said).toContainText(`Readers will find it at /${after.slug}/${story.text.slug}.`)
  await expect(page.getByText(`comes onto those of /${after.slug}`)).toBeVisible()
  await page.getByLabel("Section", { exact: true }).selectOption(before.slug)
  await expect(said).toHaveCount(0)
})

test("what the paper told its readers about its own words is in one list, with who told it", async ({ browser }) => {
  const { ben } = await cast()
  const one = await storyIn("published")
  await seen(await perform(ben, "correct", one.id, one.revision, { note: `It was ${one.text.slug}.` }))
  const other = await storyIn("withdrawn")
  const page = await atDesk(browser, ben)
  await page.goto("/newsroom/corrections")
  const corrected = page.getByRole("listitem").filter({ hasText: `It was ${one.text.slug}.` })
  await expect(corrected).toContainText(`Correction, version 2`)
  await expect(corrected).toContainText(`by ${ben.name}`)
  await expect(page.getByRole("listitem").filter({ hasText: other.text.headline })).toContainText(
    "This never happened.",
  )
  await corrected.getByRole("link").click()
  await expect(headlineOf(page)).toHaveText(one.text.headline)
})
