import type { Page } from "@playwright/test"
import axe, { type RunOptions } from "axe-core"

/** What axe runs by itself, and what it leaves out: the larger contrast of 7:1 and the size of targets (WCAG 2.2, 1.4.6 and 2.5.8). */
const ALL_RULES: RunOptions = {
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
}

/** WCAG 2.2 AA and what axe calls best practice. */
const AA_RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}

/** What other colours can change; all else was looked at in the look of the same size that has none of its own. */
const ofColours = (...contrasts: string[]): RunOptions => ({
  runOnly: { type: "rule", values: [...contrasts, "link-in-text-block"] },
})

// The larger contrast leaves to the smaller one what that finds.
const READER_COLOURS = ofColours("color-contrast", "color-contrast-enhanced")
const DESK_COLOURS = ofColours("color-contrast")

export const readerRules = ({ colours }: Look) => (colours ? READER_COLOURS : ALL_RULES)
export const deskRules = ({ colours }: Look) => (colours ? DESK_COLOURS : AA_RULES)

/**
 * What axe finds wrong with a page as it is shown at this moment, or with the part of it that a selector names: a sentence each.
 * Other tests' sections and people stand in lists by the hundred: of neighbours that are all alike, the first and the last
 * few are looked at, and the rest are taken out of the page meanwhile: what React has made and cannot find breaks the screen later.
 */
export async function findings(page: Page, options: RunOptions = {}, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source)
  await page.evaluate(() => {
    const taken: { one: Node; parent: Node; next: Node | null }[] = []
    for (const parent of document.querySelectorAll("ul, ol, tbody, main, select"))
      for (const one of [...parent.children].slice(12, -8)) {
        taken.push({ one, parent, next: one.nextSibling })
        one.remove()
      }
    Object.assign(window, { taken })
  })
  const violations = await page.evaluate(
    async ([options, part]) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") }
      // Fetching style sheets and sounds again takes as long as all rules, and serves none of those that are on.
      const always = { resultTypes: ["violations" as const], preload: false }
      const { violations } = await axe.run(part ?? document, { ...always, ...options })
      return violations
    },
    [options, part] as const,
  )
  await page.evaluate(() => {
    const { taken } = window as unknown as { taken: { one: Node; parent: Node; next: Node | null }[] }
    for (const { one, parent, next } of taken.reverse()) parent.insertBefore(one, next)
  })
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(({ target, html }) => `${target.join(" ")} ${html}`).join(", ")})`,
  )
}

export type Look = {
  name: string
  colours?: "dark" | "forced"
  dir?: "ltr" | "rtl"
  width: number
  height: number
  zoom?: number
}

/** The ways in which readers look at a page. */
export const LOOKS: Look[] = [
  { name: "light", width: 1280, height: 900 },
  { name: "dark", colours: "dark", width: 1280, height: 900 },
  { name: "320 pixels wide", width: 320, height: 800 },
  // Zoom of 200 % is half the CSS pixels, each twice as large (WCAG 2.2, 1.4.4).
  { name: "zoomed to 200 %", width: 640, height: 450, zoom: 2 },
  { name: "forced colours", colours: "forced", width: 1280, height: 900 },
  { name: "right to left", dir: "rtl", width: 1280, height: 900 },
]

/** Where a page is narrow and turned round, it is looked whether it scrolls sideways; all else axe has seen by then. */
export const NARROW_AND_TURNED: Look = { name: "right to left, 320 pixels wide", dir: "rtl", width: 320, height: 800 }

/** Shows a page that is open in another look. */
export async function show(page: Page, { colours, dir = "ltr", width, height, zoom = 1 }: Look) {
  await page.emulateMedia({
    colorScheme: colours === "dark" ? "dark" : "light",
    forcedColors: colours === "forced" ? "active" : "none",
  })
  const screen = { width, height, deviceScaleFactor: zoom, mobile: false }
  await (await page.context().newCDPSession(page)).send("Emulation.setDeviceMetricsOverride", screen)
  await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), dir)
  await page.waitForFunction((width) => window.innerWidth === width, width)
}
