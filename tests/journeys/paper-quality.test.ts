import AxeBuilder from "@axe-core/playwright"
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { fullStory } from "../full-story"
import { makeLive, makePaper } from "../paper"
import { everyReaderPage, pathOf } from "../reader-pages"

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  // Files of our own origin need no digest.
  rules: { "require-sri": ["error", { target: "crossorigin" }] },
})

async function errorsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${message} (${ruleId})`),
  )
}

test("the validator finds what is wrong with a page", async () => {
  expect(await errorsOf("<!DOCTYPE html><html><head></head><body><p><div></div></p></body></html>")).not.toEqual([])
})

test("every kind of public page is valid HTML", async ({ request }) => {
  for (const { kind, path, status } of (await everyReaderPage()).pages) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), kind).toBe(status)
    // A moved story's page is read by nobody: its address is in the header.
    if (status !== 308) expect(await errorsOf(await answer.text()), kind).toEqual([])
  }
})

/** What axe runs by itself, and the larger contrast of 7:1 that it leaves out (WCAG 2.2, 1.4.6). */
const ALL_RULES = { rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } }

type Look = { name: string; context: BrowserContextOptions; dir?: "rtl" }

const LOOKS: Look[] = [
  { name: "light", context: { colorScheme: "light", viewport: { width: 1280, height: 900 } } },
  { name: "dark", context: { colorScheme: "dark", viewport: { width: 1280, height: 900 } } },
  { name: "320 pixels wide", context: { colorScheme: "light", viewport: { width: 320, height: 800 } } },
  { name: "dark, 320 pixels wide", context: { colorScheme: "dark", viewport: { width: 320, height: 800 } } },
  // Zoom of 200 % is half the CSS pixels, each twice as large (WCAG 2.2, 1.4.4).
  { name: "zoomed to 200 %", context: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } },
  { name: "forced colours", context: { forcedColors: "active", viewport: { width: 1280, height: 900 } } },
  { name: "right to left", dir: "rtl", context: { viewport: { width: 1280, height: 900 } } },
  { name: "right to left, 360 pixels wide", dir: "rtl", context: { viewport: { width: 360, height: 800 } } },
]

for (const look of LOOKS)
  test(`axe finds nothing on any kind of public page: ${look.name}`, async ({ browser }) => {
    test.slow()
    const page = await pageWith(browser, look)
    for (const { kind, path, status } of (await everyReaderPage()).pages) {
      if (status === 308) continue
      await page.goto(path)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways, `${kind} scrolls sideways`).toBeLessThanOrEqual(0)
      await withoutOthersSections(page)
      const { violations } = await new AxeBuilder({ page }).options(ALL_RULES).analyze()
      expect(violations.map(({ id, nodes }) => `${kind}: ${id} ${nodes[0]?.html}`)).toEqual([])
    }
    await page.context().close()
  })

/** Sections of other tests stand on every page by the hundred: of things that are all alike, a dozen is looked at. */
const withoutOthersSections = (page: Page) =>
  page.evaluate(() => {
    for (const alike of ["header nav li", "footer nav li", "section.block"])
      for (const one of [...document.querySelectorAll(alike)].slice(12, -8)) one.remove()
  })

/** The pages' own policy lets no script run; axe is one, so for these tests the policy is set aside. */
async function pageWith(browser: Browser, { context, dir }: Look) {
  const page = await (await browser.newContext({ bypassCSP: true, ...context })).newPage()
  if (dir)
    await page.route("**/*", async (route) => {
      if (route.request().resourceType() !== "document") return route.fallback()
      const response = await route.fetch()
      const html = (await response.text()).replace("<html ", `<html dir="${dir}" `)
      return route.fulfill({ response, body: html })
    })
  return page
}

test("right to left, a page is the mirror of itself: its columns change sides", async ({ browser }) => {
  const path = pathOf(await fullStory())
  const places = async (look: Look) => {
    const page = await pageWith(browser, look)
    await page.goto(path)
    const middle = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox()
      return box ? box.x + box.width / 2 : Number.NaN
    }
    const found = [await middle(".story-meta"), await middle(".prose"), await middle(".related")]
    await page.context().close()
    return found
  }
  const context = { viewport: { width: 1280, height: 900 } }
  const mirrored = await places({ name: "", context, dir: "rtl" })
  for (const [at, x] of (await places({ name: "", context })).entries()) expect(mirrored[at]).toBeCloseTo(1280 - x, -1)
})

for (const colorScheme of ["light", "dark"] as const)
  test(`every colour of words on every ground has a contrast of 7:1 and more, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto("/")
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement)
      return Object.fromEntries(
        ["paper", "tint", "mark", "ink", "soft", "accent"].map((name) => [
          name,
          style.getPropertyValue(`--${name}`).trim(),
        ]),
      )
    })
    for (const words of ["ink", "soft", "accent"])
      for (const ground of ["paper", "tint"])
        expect(contrast(colours[words] ?? "", colours[ground] ?? ""), `${words} on ${ground}`).toBeGreaterThanOrEqual(7)
    expect(contrast(colours.ink ?? "", colours.mark ?? ""), "ink on mark").toBeGreaterThanOrEqual(7)
  })

/** WCAG 2.2, "contrast ratio" and "relative luminance", of two colours as #rrggbb. */
function contrast(one: string, other: string) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string) {
  const [, ...parts] = /^#(..)(..)(..)$/.exec(colour) ?? []
  if (parts.length !== 3) throw new Error(`not a colour: ${colour}`)
  const [r = 0, g = 0, b = 0] = parts.map((part) => {
    const value = Number.parseInt(part, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test("prose is 18 to 20 pixels large, its lines about one and a half high and 60 to 75 characters long", async ({
  page,
}) => {
  const text = "It was said on a Monday that the bridge would be closed for the whole of the winter, and so it was. "
  const story = await makeLive(await makePaper(), {
    body: [{ kind: "paragraph", id: "a", text: [{ text: text.repeat(12) }] }],
  })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(story.address)
  const prose = page.locator(".prose p")
  const { size, height, lines } = await prose.evaluate((element) => {
    const style = getComputedStyle(element)
    return {
      size: Number.parseFloat(style.fontSize),
      height: Number.parseFloat(style.lineHeight),
      lines: element.getBoundingClientRect().height / Number.parseFloat(style.lineHeight),
    }
  })
  expect(size).toBeGreaterThanOrEqual(18)
  expect(size).toBeLessThanOrEqual(20)
  expect(height / size).toBeGreaterThan(1.45)
  expect(height / size).toBeLessThan(1.6)
  const characters = (text.length * 12) / Math.round(lines)
  expect(characters).toBeGreaterThan(60)
  expect(characters).toBeLessThan(78)
})

test("nothing moves once it is shown, and nothing moves by itself", async ({ browser }) => {
  const page = await pageWith(browser, { name: "", context: { viewport: { width: 412, height: 823 } } })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: "layout-shift", buffered: true })
  })
  await page.goto(pathOf(await fullStory()), { waitUntil: "networkidle" })
  await page.mouse.wheel(0, 4_000)
  await page.evaluate(() => document.fonts.ready)
  const sum = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0))
  expect(sum).toBeLessThan(0.001)
  const moving = await page.evaluate(() => document.getAnimations().length)
  expect(moving).toBe(0)
  await page.context().close()
})
