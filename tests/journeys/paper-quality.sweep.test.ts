import { type Browser, type BrowserContextOptions, expect } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { findings, LOOKS, type Look, NARROW_AND_TURNED, readerRules, show } from "../axe"
import { fullStory } from "../full-story"
import { test } from "../in-browsers"
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

test("axe finds words that are hard to read, in the look where they are", async ({ browser }) => {
  const page = await pageWith(browser)
  for (const [colour, rule] of [
    ["#ccc", "color-contrast"],
    ["#666", "color-contrast-enhanced"],
  ]) {
    const dark = `@media (prefers-color-scheme: dark) { p { color: ${colour} } }`
    const head = `<title>A</title><style>:root { background: #fff } p { color: #000 } ${dark}</style>`
    await page.setContent(`<!DOCTYPE html><html lang="en">${head}<main><h1>A headline</h1><p>Words of a paragraph.`)
    for (const one of LOOKS) {
      await show(page, one)
      const found = (await findings(page, readerRules(one))).map((sentence) => sentence.split(":")[0])
      expect(found, `${colour}, ${one.name}`).toEqual(one.colours === "dark" ? [rule] : [])
    }
  }
})

// Each page is loaded once and looked at in every way; the halves are for two workers.
for (const half of [0, 1])
  test(`axe finds nothing on any kind of public page, however it is looked at: half ${half + 1} of the kinds`, {
    tag: "@sweep",
  }, async ({ browser }) => {
    test.slow()
    const page = await pageWith(browser)
    const pages = (await everyReaderPage()).pages.filter(({ status }) => status !== 308)
    for (const { kind, path } of pages.filter((_, index) => index % 2 === half)) {
      await page.goto(path)
      for (const look of [NARROW_AND_TURNED, ...LOOKS]) {
        await show(page, look)
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(sideways, `${kind} scrolls sideways, ${look.name}`).toBeLessThanOrEqual(0)
        if (look === NARROW_AND_TURNED) continue
        expect(await findings(page, readerRules(look)), `${kind}, ${look.name}`).toEqual([])
      }
    }
  })

test("each look is what it says", async ({ browser }) => {
  const page = await pageWith(browser)
  await page.goto(pathOf(await fullStory()))
  for (const look of LOOKS) {
    await show(page, look)
    const is = await page.evaluate(() => ({
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      forced: matchMedia("(forced-colors: active)").matches,
      zoom: window.devicePixelRatio,
      rtl: getComputedStyle(document.body).direction === "rtl",
    }))
    const { colours, dir, zoom = 1 } = look
    expect(is, look.name).toEqual({ dark: colours === "dark", forced: colours === "forced", zoom, rtl: dir === "rtl" })
  }
})

/** The pages' own policy lets no script run; axe is one, so for these tests the policy is set aside. */
async function pageWith(browser: Browser, context: BrowserContextOptions = {}) {
  return (await browser.newContext({ bypassCSP: true, ...context })).newPage()
}

test("right to left, a page is the mirror of itself: its columns change sides", async ({ browser }) => {
  const page = await pageWith(browser)
  await page.goto(pathOf(await fullStory()))
  const places = async (dir: Look["dir"]) => {
    await show(page, { name: "", ...(dir && { dir }), width: 1280, height: 900 })
    const middle = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox()
      return box ? box.x + box.width / 2 : Number.NaN
    }
    return [await middle(".story-meta"), await middle(".prose"), await middle(".related")]
  }
  const mirrored = await places("rtl")
  for (const [at, x] of (await places(undefined)).entries()) expect(mirrored[at]).toBeCloseTo(1280 - x, -1)
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
  const page = await pageWith(browser, { viewport: { width: 412, height: 823 } })
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
})
