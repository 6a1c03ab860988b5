import { expect, type Page, test } from "@playwright/test"
import { addPackage, choosePackages } from "@/lib/packages/packages.server"
import { deskRules, findings, type Look, show } from "../axe"
import { SCREENS } from "../desk"
import { fullStory } from "../full-story"
import { hire, rareWord, signIn } from "../newsroom"

const LOOKS: Look[] = [
  { name: "light", width: 1280, height: 900 },
  { name: "dark", colours: "dark", width: 1280, height: 900 },
  { name: "light, 360 pixels wide", width: 360, height: 900 },
  { name: "dark, 360 pixels wide", colours: "dark", width: 360, height: 900 },
]

async function expectNothing(page: Page, what: string) {
  for (const look of LOOKS) {
    await show(page, look)
    expect(await findings(page, deskRules(look)), `${what}, ${look.name}`).toEqual([])
  }
}

test("axe finds nothing on the newsroom's screens, light and dark, wide and narrow", { tag: "@sweep" }, async ({
  page,
  context,
}) => {
  test.slow()
  const { id } = await fullStory()
  const cleo = await hire("admin")
  const made = await addPackage(cleo, { name: `Package ${rareWord()}` })
  const slug = "package" in made ? made.package.slug : ""
  await choosePackages(cleo, id, [slug])
  await page.goto("/newsroom/sign-in")
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible()
  await expectNothing(page, "sign in")
  await signIn(context, cleo)
  for (const path of [...SCREENS, `/related/packages/${slug}`, `/stories/${id}`]) {
    await page.goto(`/newsroom${path}`)
    await expect(page.getByRole("heading", { level: 1 }).or(page.getByLabel("Headline")).first()).toBeVisible()
    if (path.startsWith("/stories")) await expect(page.getByRole("textbox", { name: "Body" })).toContainText("Monday")
    await expectNothing(page, path)
  }
})
