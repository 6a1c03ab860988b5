import { randomInt } from "node:crypto"
import { expect, test } from "@playwright/test"
import { dayAddress, monthAddress, yearAddress } from "@/lib/archive/days"
import { makeLive, makePaper, takeAway } from "../paper"

test.use({ javaScriptEnabled: false })

/** A month long ago that no other test writes in. */
const someMonth = () => ({ year: randomInt(1_200, 1_900), month: randomInt(1, 13) })

test("a reader comes from the foot of any page to the day of a story, and from there to the next day with stories", async ({
  page,
}) => {
  const paper = await makePaper()
  const { year, month } = someMonth()
  const at = (day: number, hour: number) => new Date(Date.UTC(year, month - 1, day, hour))
  const later = await makeLive(paper, { publishedAt: at(9, 12) })
  const early = await makeLive(paper, { publishedAt: at(4, 8) })
  const late = await makeLive(paper, { publishedAt: at(4, 15) })
  await page.goto("/about/security")
  await page.getByRole("contentinfo").getByRole("link", { name: "Archive" }).click()
  const months = page.locator(".archive-year", { has: page.getByRole("heading", { name: String(year), exact: true }) })
  await expect(months.locator(`a[href="${monthAddress(year, month)}"]`)).toBeVisible()
  await page.getByRole("link", { name: String(year), exact: true }).click()
  await page.locator(".archive-index a").first().click()
  await expect(page).toHaveURL(new RegExp(`${monthAddress(year, month)}$`))
  await expect(page.locator(".archive-index a")).toHaveCount(2)
  await page.locator(".archive-index a").first().click()
  await expect(page).toHaveURL(new RegExp(`${dayAddress({ year, month, day: 4 })}$`))
  await expect(page.locator(".card-headline")).toHaveText([late.headline, early.headline])
  const beside = page.getByRole("navigation", { name: "Earlier and later" })
  await beside.locator('[rel="prev"]').click()
  await expect(page.locator(".card-headline")).toHaveText([later.headline])
  await page
    .locator(".list-head")
    .getByRole("link", { name: String(year), exact: true })
    .click()
  await expect(page).toHaveURL(new RegExp(`${yearAddress(year)}$`))
})

test("a day without stories says so, and a day that is none is not found", async ({ page, request }) => {
  const paper = await makePaper()
  const { year, month } = someMonth()
  await makeLive(paper, { publishedAt: new Date(Date.UTC(year, month - 1, 4, 12)) })
  await makeLive(paper, { publishedAt: new Date(Date.UTC(year, month - 1, 9, 12)) })
  const empty = await page.goto(dayAddress({ year, month, day: 6 }))
  expect(empty?.status()).toBe(200)
  await expect(page.locator(".empty")).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex")
  await expect(page.locator('nav [rel="next"]')).toHaveAttribute("href", dayAddress({ year, month, day: 4 }))
  await expect(page.locator('nav [rel="prev"]')).toHaveAttribute("href", dayAddress({ year, month, day: 9 }))
  for (const path of ["2026/02/30", "2026/2/3", "2026/13", "0999", "1000", "9999/12/31", "2026/02/03/04", "x"])
    expect((await request.get(`/archive/${path}`)).status(), path).toBe(404)
  expect((await request.get(`${dayAddress({ year, month, day: 4 })}?page=2`)).status()).toBe(404)
})

test("a day that lost its only story to a withdrawal is empty, and no month leads there", async ({ page }) => {
  const paper = await makePaper()
  const { year, month } = someMonth()
  const at = (day: number) => new Date(Date.UTC(year, month - 1, day, 12))
  await makeLive(paper, { publishedAt: at(3) })
  const gone = await makeLive(paper, { publishedAt: at(5) })
  await makeLive(paper, { publishedAt: at(7) })
  await takeAway(gone.id, "It was wrong.")
  await page.goto(monthAddress(year, month))
  await expect(page.locator(".archive-index a")).toHaveCount(2)
  await page.goto(dayAddress({ year, month, day: 5 }))
  await expect(page.locator(".empty")).toBeVisible()
  await expect(page.locator("main")).not.toContainText(gone.headline)
})
