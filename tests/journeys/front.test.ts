import { expect, type Page } from "@playwright/test"
import { atWall, wallOf } from "@/lib/dates"
import { arrange } from "@/lib/front/arrange.server"
import { findArranged } from "@/lib/front/arranged.server"
import { findings } from "../axe"
import { atDesk } from "../desk"
import { arranged, inHours, slotFor } from "../front"
import { test } from "../in-browsers"
import { cast, openSection, rareWord, storyIn } from "../newsroom"

const slotsOf = (page: Page) => page.getByRole("region", { name: "Slots" })
const rowsOf = (page: Page) => slotsOf(page).getByRole("list").first().getByRole("listitem")
const comingOf = (page: Page) => page.getByRole("region", { name: "Coming" })
const says = (page: Page, words: string) => expect(page.getByRole("status")).toContainText(words)

/** A section with public stories of these headlines, the last the newest. */
async function sectionWith(...headlines: string[]) {
  const { slug } = await openSection()
  const stories = []
  for (const headline of headlines) stories.push(await storyIn("published", { section: slug, headline }))
  return { slug, stories }
}

/** By keyboard alone, as whoever uses no mouse does it. */
async function give(page: Page, words: string) {
  await slotsOf(page).getByLabel("Find a story").fill(words)
  await slotsOf(page)
    .getByRole("button", { name: `Add ${words}` })
    .press("Enter")
  await expect(rowsOf(page).filter({ hasText: words })).toHaveCount(1)
}

/** The headlines of a section's page in the order in which readers have them. */
async function readersHave(page: Page, address: string) {
  await page.goto(address)
  return page.locator("main .card-headline").allTextContents()
}

test("an editor arranges a section by keyboard, previews it, and readers see it; then it is undone", async ({
  browser,
  page,
}) => {
  const { ben } = await cast()
  const [one, two, three] = [`One ${rareWord()}`, `Two ${rareWord()}`, `Three ${rareWord()}`]
  const { slug } = await sectionWith(one, two, three)
  const desk = await atDesk(browser, ben)
  await desk.goto(`/newsroom/front/${slug}`)
  await expect(slotsOf(desk)).toContainText("No slot yet")
  await give(desk, one)
  await give(desk, two)
  await rowsOf(desk).nth(1).getByRole("button", { name: "Move up" }).press("Enter")
  await expect(rowsOf(desk).first()).toContainText(two)
  await expect(rowsOf(desk).first().getByRole("button", { name: "Move up" })).toBeFocused()
  await says(desk, `${two} is now at place 1 of 2.`)

  const change = rowsOf(desk).first().getByRole("button", { name: "Change" })
  await change.press("Enter")
  await expect(change).toHaveAttribute("aria-expanded", "true")
  await rowsOf(desk).first().getByLabel("Size").selectOption("lead")
  await rowsOf(desk).first().getByLabel("Headline here").fill("In quite other words")
  await rowsOf(desk).first().getByLabel("Kicker here").fill("Live")
  await expect(rowsOf(desk).nth(1)).toContainText("feature")

  const [preview] = await Promise.all([
    desk.waitForEvent("popup"),
    desk.getByRole("link", { name: "Preview" }).first().press("Enter"),
  ])
  await expect(preview.getByRole("complementary", { name: "Preview" })).toContainText("not saved yet")
  await expect(preview.locator("main .card-headline").first()).toHaveText("In quite other words")
  expect(await readersHave(page, `/${slug}`)).toEqual([three, two, one])

  await desk.getByRole("button", { name: "Save", exact: true }).press("Enter")
  await says(desk, "Readers see it now.")
  expect(await readersHave(page, `/${slug}`)).toEqual(["In quite other words", one, three])
  await expect(page.locator("main .card").first()).toContainText("Live")
  const changes = desk.getByRole("region", { name: "Changes" })
  await expect(changes).toContainText(`${ben.name} gave “${two}” a slot as lead and gave “${one}” a slot as feature.`)

  await rowsOf(desk).first().getByRole("button", { name: "Remove" }).press("Enter")
  await expect(rowsOf(desk).first().getByRole("button", { name: "Remove" })).toBeFocused()
  await desk.getByRole("button", { name: "Save", exact: true }).press("Enter")
  await says(desk, "Readers see it now.")
  expect(await readersHave(page, `/${slug}`)).toEqual([three, one, two])
  await desk.getByRole("button", { name: "Undo last change" }).press("Enter")
  await says(desk, "Undone.")
  expect(await readersHave(page, `/${slug}`)).toEqual(["In quite other words", one, three])
  await changes.getByRole("button", { name: "Put arrangement 2 back" }).press("Enter")
  await says(desk, "Put back.")
  expect(await readersHave(page, `/${slug}`)).toEqual([three, one, two])
})

test("an arrangement is saved for later, seen at its time in a preview, refused in the past, and cancelled", async ({
  browser,
  page,
}) => {
  const { ben } = await cast()
  const [one, two] = [`One ${rareWord()}`, `Two ${rareWord()}`]
  const { slug } = await sectionWith(one, two)
  const desk = await atDesk(browser, ben)
  await desk.goto(`/newsroom/front/${slug}`)
  await give(desk, one)
  await desk.getByRole("radio", { name: "At a time" }).check()
  await desk.getByLabel("Date and time").fill(wallOf(inHours(-24)))
  await desk.getByRole("button", { name: "Save for later" }).click()
  await expect(desk.getByText("That time has passed: choose a later one.").last()).toBeVisible()
  await expect(desk.getByLabel("Date and time")).toHaveAttribute("aria-invalid", "true")

  const at = wallOf(inHours(48))
  await desk.getByLabel("Date and time").fill(at)
  await desk.getByRole("button", { name: "Save for later" }).click()
  await says(desk, "It takes effect at its time, by itself.")
  await expect(comingOf(desk).getByRole("listitem")).toHaveCount(1)
  await expect(rowsOf(desk)).toHaveCount(0)
  expect((await findArranged(slug)).coming[0]?.from).toEqual(atWall(at))
  expect(await readersHave(page, `/${slug}`)).toEqual([two, one])

  const [preview] = await Promise.all([
    desk.waitForEvent("popup"),
    comingOf(desk).getByRole("link", { name: "Preview" }).click(),
  ])
  await expect(preview.locator("main .card-headline")).toHaveText([one, two])
  await preview.getByLabel(/^Time/).fill(wallOf(inHours(24)))
  await preview.getByRole("button", { name: "Show" }).click()
  await expect(preview.locator("main .card-headline")).toHaveText([two, one])

  await comingOf(desk).getByRole("button", { name: /^Open/ }).click()
  await expect(rowsOf(desk)).toHaveCount(1)
  await expect(desk.getByLabel("Date and time")).toHaveValue(at)
  await desk.getByRole("button", { name: "Discard changes" }).click()
  await comingOf(desk)
    .getByRole("button", { name: /^Cancel/ })
    .click()
  await says(desk, "Cancelled.")
  await expect(comingOf(desk)).toContainText("Nothing is scheduled.")
})

test("who saves on what somebody else has changed is shown both arrangements, and chooses", async ({
  browser,
  page,
}) => {
  const { ben, cleo } = await cast()
  const [one, two] = [`One ${rareWord()}`, `Two ${rareWord()}`]
  const { slug, stories } = await sectionWith(one, two)
  const desk = await atDesk(browser, cleo)
  await desk.goto(`/newsroom/front/${slug}`)
  await give(desk, one)
  const his = [slotFor(stories[1] ?? { id: "" }, { size: "lead" })]
  arranged(await arrange(ben, { page: slug, revision: 0, slots: his, from: null }))
  await desk.getByRole("button", { name: "Save", exact: true }).click()
  const dialog = desk.getByRole("dialog", { name: "Two arrangements of this page" })
  await expect(dialog).toContainText(`${ben.name} changed this page`)
  await expect(dialog).toContainText(one)
  await expect(dialog).toContainText(two)
  await dialog.getByRole("button", { name: "Decide later" }).click()
  await expect(rowsOf(desk)).toHaveText([new RegExp(one)])
  expect((await findArranged(slug)).revision).toBe(1)
  await desk.getByRole("button", { name: "Save", exact: true }).click()
  await dialog.getByRole("button", { name: "Save mine on top" }).click()
  await says(desk, "Readers see it now.")
  expect(await readersHave(page, `/${slug}`)).toEqual([one, two])
})

test("slots that are not saved are there again after leaving the screen", async ({ browser }) => {
  const { ben } = await cast()
  const one = `One ${rareWord()}`
  const { slug } = await sectionWith(one)
  const desk = await atDesk(browser, ben)
  await desk.goto(`/newsroom/front/${slug}`)
  await give(desk, one)
  await desk.getByRole("navigation", { name: "Pages to arrange" }).getByRole("link", { name: "Front page" }).click()
  await expect(desk.getByRole("heading", { level: 1, name: "Front page" })).toBeVisible()
  await desk.goto(`/newsroom/front/${slug}`)
  await expect(rowsOf(desk)).toHaveText([new RegExp(one)])
  await says(desk, "They are not saved yet.")
  await desk.getByRole("button", { name: "Discard changes" }).click()
  await desk.reload()
  await expect(slotsOf(desk)).toContainText("No slot yet")
})

test("slots are put in order by drag, and what is not public says so", async ({ browser }) => {
  const { ben } = await cast()
  const [one, two] = [`One ${rareWord()}`, `Two ${rareWord()}`]
  const { slug, stories } = await sectionWith(one, two)
  const hidden = await storyIn("filed", { section: slug })
  const slots = [...stories, hidden].map((story) => slotFor(story))
  arranged(await arrange(ben, { page: slug, revision: 0, slots, from: null }))
  const desk = await atDesk(browser, ben)
  await desk.goto(`/newsroom/front/${slug}`)
  await expect(rowsOf(desk).nth(2)).toContainText("Not public (filed)")
  await rowsOf(desk).nth(2).dragTo(rowsOf(desk).nth(0))
  await expect(rowsOf(desk).first()).toContainText(hidden.text.headline)
  await desk.getByRole("button", { name: "Save", exact: true }).click()
  await says(desk, "Readers see it now.")
  expect((await findArranged(slug)).inForce?.slots.map(({ story }) => story)).toEqual([
    ...[hidden.id, ...stories.map(({ id }) => id)],
  ])
})

test("a reporter is told who arranges the front", async ({ browser }) => {
  const { ada } = await cast()
  const desk = await atDesk(browser, ada)
  for (const address of ["/newsroom/front", `/newsroom/front/${(await openSection()).slug}`]) {
    await desk.goto(address)
    await expect(desk.getByText("Editors arrange the front and the sections")).toBeVisible()
    await expect(desk.getByRole("button", { name: "Save" })).toHaveCount(0)
  }
})

for (const colorScheme of ["light", "dark"] as const)
  test(`the front's desk and its preview are open to everybody, in ${colorScheme}`, { tag: "@sweep" }, async ({
    browser,
  }) => {
    test.slow()
    const { ben } = await cast()
    const { slug, stories } = await sectionWith(`One ${rareWord()}`, `Two ${rareWord()}`)
    const slots = [slotFor(stories[0] ?? { id: "" }, { size: "lead" }), slotFor(await storyIn("draft"))]
    arranged(await arrange(ben, { page: slug, revision: 0, slots, from: null }))
    arranged(await arrange(ben, { page: slug, revision: 1, slots: [], from: inHours(30) }))
    const desk = await atDesk(browser, ben, { colorScheme })
    for (const width of [1280, 360]) {
      await desk.setViewportSize({ width, height: 900 })
      await desk.goto(`/newsroom/front/${slug}`)
      await rowsOf(desk).first().getByRole("button", { name: "Change" }).click()
      await desk.getByRole("radio", { name: "At a time" }).check()
      await expect(desk.getByLabel("Date and time")).toBeVisible()
      expect(await findings(desk), `desk, ${width}`).toEqual([])
      const wide = await desk.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, "scrolls sideways").toBeLessThanOrEqual(width)
      await desk.goto(`/newsroom/front/${slug}/preview`)
      await expect(desk.getByRole("complementary", { name: "Preview" })).toBeVisible()
      expect(await findings(desk), `preview, ${width}`).toEqual([])
    }
  })

test("a moment that is no time, and slots that are none, leave a preview as it is now", async ({ browser }) => {
  const { ben } = await cast()
  const { slug, stories } = await sectionWith(`One ${rareWord()}`)
  const desk = await atDesk(browser, ben)
  for (const query of ["at=tomorrow", "slots=%5B", `slots=${encodeURIComponent('[{"story":"x"}]')}`, "at=1&at=2"]) {
    await desk.goto(`/newsroom/front/${slug}/preview?${query}`)
    await expect(desk.locator("main .card-headline")).toHaveText([stories[0]?.text.headline ?? ""])
  }
  await desk.goto(`/newsroom/front/${rareWord()}/preview`)
  await expect(desk.getByRole("heading", { name: "The paper has no such page" })).toBeVisible()
})
