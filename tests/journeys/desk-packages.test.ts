import { expect } from "@playwright/test"
import { addPackage, changePackage, findPackage } from "@/lib/packages/packages.server"
import { findings } from "../axe"
import { keys } from "../by-keys"
import { atDesk, openStory } from "../desk"
import { test } from "../in-browsers"
import { cast, ORIGIN, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

test("a package is named, filled, ordered and undone; readers have its page in that order, and its stories lead there", async ({
  browser,
}) => {
  const { ada, cleo } = await cast()
  const word = rareWord()
  const [one, two] = [
    await storyIn("published", { headline: `${word} begins` }),
    await storyIn("published", { headline: `${word} goes on` }),
  ]
  const page = await atDesk(browser, cleo)
  await page.goto("/newsroom/related")
  await page.getByRole("navigation", { name: "Related news" }).getByRole("link", { name: "Packages" }).click()
  const form = page.getByRole("form", { name: "New package" })
  await form.getByLabel("Name").fill(`All of ${word}`)
  await form.getByLabel("What it is about").fill("From the beginning.")
  await form.getByRole("button", { name: "Add package" }).click()
  await expect(page.getByRole("heading", { level: 1, name: `All of ${word}` })).toBeVisible()
  await expect(page.getByText("Readers have no page of it yet")).toBeVisible()
  const slug = `all-of-${word}`

  const members = page.getByRole("region", { name: "Stories" }).getByRole("list").first().getByRole("listitem")
  const finder = page.getByLabel("Find a story")
  for (const [at, { text }] of [one, two].entries()) {
    await finder.fill(text.headline)
    await page.getByRole("button", { name: `Add ${text.headline}` }).click()
    await expect(page.getByText(`“${text.headline}” is in the package, at its end.`)).toBeVisible()
    await expect(members).toHaveCount(at + 1)
  }
  expect(await findings(page)).toEqual([])
  await members.nth(1).getByRole("button", { name: "Move up" }).focus()
  await keys(page, "Enter")
  await expect(members.first()).toContainText(two.text.headline)
  await expect(members.first()).toContainText(`Put in by ${cleo.name}`)

  const reader = await (await browser.newContext({ baseURL: ORIGIN })).newPage()
  await reader.goto(pathOf(one))
  await reader.getByRole("link", { name: `All of ${word}` }).click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`All of ${word}`)
  await expect(reader.getByText("From the beginning.")).toBeVisible()
  await expect(reader.getByRole("heading", { level: 2 })).toHaveText([two.text.headline, one.text.headline])

  await page.getByRole("button", { name: "Undo" }).click()
  await expect(members.first()).toContainText(one.text.headline)
  await reader.reload()
  await expect(reader.getByRole("heading", { level: 2 })).toHaveText([one.text.headline, two.text.headline])
  await members.first().getByRole("button", { name: "Take out" }).focus()
  await keys(page, "Enter")
  await expect(members).toHaveCount(1)
  await expect(members.first().getByRole("button", { name: "Take out" })).toBeFocused()

  const hers = await atDesk(browser, ada)
  await hers.goto(`/newsroom/related/packages/${slug}`)
  await expect(hers.getByText("Editors keep the packages")).toBeVisible()
})

test("a package goes for good after a question: a change that somebody made meanwhile is told in it first", async ({
  browser,
}) => {
  const { cleo } = await cast()
  const made = await addPackage(cleo, { name: `All of ${rareWord()}` })
  if (!("package" in made)) throw new Error("There is no package.")
  const { slug, revision } = made.package
  const story = await storyIn("published")
  const page = await atDesk(browser, cleo)
  await page.goto(`/newsroom/related/packages/${slug}`)
  await page.getByRole("button", { name: "Remove package" }).click()
  const dialog = page.getByRole("dialog", { name: "Remove this package?" })
  await dialog.getByRole("button", { name: "Cancel" }).click()
  await expect(dialog).toBeHidden()
  await changePackage(cleo, slug, revision, { stories: [story.id] })
  await page.getByRole("button", { name: "Remove package" }).click()
  await dialog.getByRole("button", { name: "Remove package" }).click()
  await expect(dialog.getByRole("alert")).toContainText("Somebody else changed this package meanwhile")
  await expect(dialog).toContainText("The one story of it stays as it is.")
  expect(await findPackage(slug)).not.toBeNull()
  await dialog.getByRole("button", { name: "Remove package" }).click()
  await expect(page).toHaveURL(/\/related\/packages$/)
  expect(await findPackage(slug)).toBeNull()
})

test("an editor puts a story into a package where it is written; who is slower at the package itself is told", async ({
  browser,
}) => {
  const { ben, cleo } = await cast()
  const word = rareWord()
  const story = await storyIn("filed", { headline: `${word} in short` })
  const made = await addPackage(cleo, { name: `All of ${word}` })
  const slug = "package" in made ? made.package.slug : ""
  const hers = await atDesk(browser, cleo)
  await hers.goto(`/newsroom/related/packages/${slug}`)

  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const panel = page.getByRole("region", { name: "Packages" })
  await panel.getByLabel("Put it into").selectOption(`All of ${word}`)
  await panel.getByRole("button", { name: "Put in" }).click()
  await expect(panel.getByText(`In “All of ${word}” from now on.`)).toBeVisible()
  await expect(panel.getByRole("listitem")).toHaveText([`All of ${word}`])
  expect((await findPackage(slug))?.members).toMatchObject([{ story: story.id, addedBy: ben.name }])

  await hers.getByLabel("What it is about").fill("Too late.")
  await hers.getByRole("button", { name: "Save" }).click()
  await expect(hers.getByRole("alert").filter({ hasText: "Somebody else changed this package" })).toBeVisible()
  await expect(hers.getByRole("link", { name: `${word} in short` })).toBeVisible()
  await expect(hers.getByLabel("What it is about"), "what was written is still there").toHaveValue("Too late.")
  await hers.getByRole("button", { name: "Save" }).click()
  await expect(hers.getByText("Name and description are saved.")).toBeVisible()

  await panel.getByRole("button", { name: `Take out of All of ${word}` }).click()
  await expect(panel.getByRole("listitem")).toHaveCount(0)
  await expect(panel.getByLabel("Put it into")).toBeFocused()
  expect(await findPackage(slug)).toMatchObject({ lead: "Too late.", members: [] })
})
