import { expect, type Page } from "@playwright/test"
import { type Place, type Start, secretsOf } from "./start"

/** Signs in one of the demo paper's people. */
export async function signIn(page: Page, { origin }: Start, place: Place, email: string) {
  await page.goto(`${origin}/newsroom/sign-in`)
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(secretsOf(place).demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Newslist" })).toBeVisible({ timeout: 30_000 })
}
