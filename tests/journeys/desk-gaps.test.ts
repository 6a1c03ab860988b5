import { expect } from "@playwright/test"
import { suggest } from "@/lib/related/suggest.server"
import { atDesk } from "../desk"
import { test } from "../in-browsers"
import { cast, openSection, pagesFollow, paragraph, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

test("by keys alone: an editor finds a story to which nothing leads, has the nearest one lead there, and readers have it", async ({
  browser,
  page,
}) => {
  const { ben } = await cast()
  const { slug: section } = await openSection()
  const word = rareWord().replaceAll(/\d/g, "")
  const [one, two] = [`Zelda ${word.replace(/^./, "Q")}`, `Rufus ${word.replace(/^./, "T")}`]
  const body = [paragraph(`On the quay stood ${one} and ${two}. So said ${one}, and ${two} agreed.`)]
  const nearest = await storyIn("published", { section, body, headline: `Nearest ${rareWord()}` })
  const orphan = await storyIn("published", { section, body, headline: `Orphan ${rareWord()}` })
  for (const { id } of [nearest, orphan]) await suggest({ story: id })
  const desk = await atDesk(browser, ben)
  await desk.goto("/newsroom/related/gaps")
  await expect(desk.getByRole("link", { name: "Nothing leads there" })).toHaveAttribute("aria-current", "page")
  const link = desk.getByRole("rowheader").getByRole("link", { name: orphan.text.headline })
  await expect(link, "the latest stories stand first").toBeVisible()
  await expect(async () => {
    if (!(await link.evaluate((element) => element === document.activeElement))) await desk.keyboard.press("j")
    await expect(link).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(desk.getByRole("row").filter({ has: link })).toContainText(/In both: .*/)
  await desk.keyboard.press("r")
  await expect(desk.getByText(/^“Nearest .* is mended\. Readers have it at once/)).toBeVisible()
  await expect(link).toHaveCount(0)
  await pagesFollow()
  await page.goto(pathOf(nearest))
  await expect(page.getByRole("complementary", { name: "Related news" })).toContainText(orphan.text.headline)
  await desk.getByRole("link", { name: "What leads where" }).click()
  await expect(desk.getByRole("img", { name: "What leads where, by section" })).toBeVisible()
  await desk.getByRole("link", { name: "By package" }).click()
  await expect(desk).toHaveURL(/by=package/)
})
