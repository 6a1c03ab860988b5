import { expect } from "@playwright/test"
import { keys, until } from "../by-keys"
import { atDesk, bodyOf, openStory } from "../desk"
import { test } from "../in-browsers"
import { hire, paragraph, rareWord, storyIn } from "../newsroom"

test("keys lead into a block’s fields and back, on past the fields above the cursor, and what is removed leaves the focus in the text", async ({
  browser,
}) => {
  const quote = (text: string, speaker: string) => ({
    id: rareWord(),
    kind: "quote" as const,
    text: [{ text }],
    speaker,
  })
  const divided = [quote("One.", "Ada"), quote("Two.", "Ben"), paragraph("The end.")]
  const story = await storyIn("draft", { body: divided })
  const page = await atDesk(browser, await hire("editor"))
  await openStory(page, story.id)
  await until(page, "F6", bodyOf(page), 3)
  await keys(page, "Control+Home", "ArrowDown", "End", "Tab")
  await expect(page.locator(":focus")).toHaveValue("Ben")
  await keys(page, "Escape")
  await page.keyboard.type(" Truly.")
  await expect(bodyOf(page)).toContainText("Two. Truly.")
  await keys(page, "Control+End", "Tab")
  await expect(page.locator(":focus"), "no field is behind the last paragraph").toHaveText("Preview beside the text")
  await keys(page, "Shift+F6", "Control+End", "Enter")
  await page.keyboard.type("/table")
  await expect(page.getByRole("listbox", { name: "What to put in" }).getByRole("option")).toHaveText(["Table"])
  await keys(page, "Enter", "Tab")
  await expect(page.locator(":focus")).toHaveAccessibleName("Caption")
  await until(page, "Tab", page.getByRole("button", { name: "Remove table" }), 20)
  await keys(page, "Enter")
  await expect(bodyOf(page).getByRole("table")).toHaveCount(0)
  await expect(bodyOf(page)).toBeFocused()
})
