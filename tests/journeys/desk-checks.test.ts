import { expect } from "@playwright/test"
import { findings } from "../axe"
import { atDesk, bodyOf, headlineOf, isSaved, openStory } from "../desk"
import { test } from "../in-browsers"
import { hire, openSection, paragraph, rareWord, storyIn } from "../newsroom"

test("an administrator chooses what stops a section's texts; the desk is told at the passage, and publishes once it is mended", async ({
  browser,
}) => {
  const section = await openSection()
  const settings = await atDesk(browser, await hire("admin"))
  await settings.goto("/newsroom/settings")
  await settings.getByRole("link", { name: `Checks of ${section.name}: 1 of` }).click()
  const stops = settings.getByRole("group", { name: `What stops a text of ${section.name}` })
  await expect(stops.getByRole("checkbox", { checked: true })).toHaveCount(1)
  await stops.getByRole("checkbox", { name: "The story has no standfirst." }).check()
  await stops.getByRole("checkbox", { name: "The headline is longer than the section’s limit." }).check()
  await settings
    .getByRole("group", { name: `How long a text of ${section.name}` })
    .getByLabel("Headline")
    .fill("12")
  await settings.getByRole("button", { name: `Save the checks of ${section.name}` }).click()
  await expect(settings.getByText(`The checks of ${section.name} are saved.`)).toBeVisible()

  const story = await storyIn("filed", {
    ...{
      section: section.slug,
      headline: "Fourteen boats",
      standfirst: "",
      body: [paragraph("The mayor, TK, spoke.")],
    },
  })
  const page = await atDesk(browser, await hire("editor"))
  await openStory(page, story.id)
  await expect(page.getByText("14 of 12 characters, 2 too many")).toBeVisible()
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(
    page.getByRole("alert").filter({ hasText: "A placeholder is left. “The mayor, TK, spoke.”" }),
  ).toBeVisible()
  const toCheck = page.getByText(/to check, 3 in the way$/)
  await toCheck.click()
  expect(await findings(page)).toEqual([])
  const stopping = page.getByRole("listitem").filter({ hasText: "Stops publication" })
  await expect(stopping).toHaveCount(3)
  await stopping.filter({ hasText: "placeholder" }).getByRole("button").click()
  await page.keyboard.type("The mayor, Ann Peel, spoke.")
  await expect(bodyOf(page)).toHaveText("The mayor, Ann Peel, spoke.")
  await headlineOf(page).fill(`Boats ${rareWord().slice(0, 4)}`)
  await page.getByRole("textbox", { name: "Standfirst", exact: true }).fill("They came at dusk.")
  await expect(page.getByText(/in the way$/)).toHaveCount(0)
  await isSaved(page)
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
})

test("a word that is new to the paper and looks like one of its own is told beside the text, with what may be meant", async ({
  browser,
}) => {
  const word = `q${rareWord().replace(/\d/g, "x")}`
  const mistake = word.slice(0, 3) + word.slice(4)
  for (let times = 0; times < 2; times++) await storyIn("published", { headline: `On ${word} ${rareWord()}` })
  const story = await storyIn("draft", { body: [paragraph(`The ${mistake} came.`)] })
  const page = await atDesk(browser, await hire("editor"))
  await openStory(page, story.id)
  await page.getByText(/to check$/).click()
  const line = page.getByRole("listitem").filter({ hasText: "The paper has never used this word" })
  await expect(line).toContainText(`The ${mistake} came. (${word}?)`)
})
