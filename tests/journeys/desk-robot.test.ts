import { expect } from "@playwright/test"
import { atDesk, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { hire, paragraph, storyIn } from "../newsroom"
import { chance, FAULTS, lineOf, robotAt } from "../robot"

// A short form of the drill of the same name: each fault once, while a robot types.
test("whatever the line does, text and caret are where typing puts them, and in the end the server has it", {
  tag: "@sweep",
}, async ({ browser }) => {
  const story = await storyIn("draft", { headline: "Robot", body: [paragraph("one"), paragraph("two")] })
  const page = await atDesk(browser, await hire("reporter"))
  await openStory(page, story.id)
  const pick = chance(7)
  const line = await lineOf(page, pick, 1_500)
  const typed = { headline: "Robot", body: ["one", "two"] }
  const robot = robotAt(page, pick, typed)
  await robot.goSomewhere()
  for (const fault of FAULTS) {
    line(fault)
    for (let stroke = 0; stroke < 8; stroke++) await robot.stroke()
    if (fault === "signed out") await expect(page.getByRole("status")).toContainText("Not saved")
    line(null)
    for (let stroke = 0; stroke < 2; stroke++) await robot.stroke()
    if (fault === "signed out") await page.evaluate(() => dispatchEvent(new Event("online")))
  }
  await isSaved(page)
  const { text } = await storyNow(story.id)
  expect(text.headline).toBe(typed.headline)
  expect(
    text.body.map((block) => (block.kind === "paragraph" ? block.text.map((run) => run.text).join("") : null)),
  ).toEqual(typed.body)
})
