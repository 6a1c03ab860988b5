import AxeBuilder from "@axe-core/playwright"
import { expect, type Page, test } from "@playwright/test"
import { fullStory } from "../full-story"
import { hire, signIn } from "../newsroom"

/** WCAG 2.2 AA and what axe calls best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(" ")).join(", ")})`,
  )
}

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1280, 360])
    test.describe(`in ${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })
      test.slow()

      test("axe finds nothing on the newsroom's screens", async ({ page, context }) => {
        const { id, text } = await fullStory()
        await page.goto("/newsroom/sign-in")
        await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible()
        expect(await findings(page), "sign in").toEqual([])
        await signIn(context, await hire("admin"))
        for (const path of ["", "/front", "/import", "/related", "/people", "/settings", `/stories/${id}`]) {
          await page.goto(`/newsroom${path}`)
          await expect(page.getByRole("heading", { level: 1 }).or(page.getByLabel("Headline")).first()).toBeVisible()
          if (path.startsWith("/stories"))
            await expect(page.getByRole("textbox", { name: "Body" })).toContainText("Monday")
          expect(await findings(page), `${path}, ${text.headline}`).toEqual([])
        }
      })
    })
