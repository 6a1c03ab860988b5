import { chromium, type Page } from "@playwright/test"
import { chromium as chosen } from "../server/test/chromium"
import { hire, signIn } from "../tests/newsroom"
import { LINES } from "./sizes"

type Stage = { tasks: number; longest: number; took: number }
/** What was done, and the tasks over 50 ms (W3C Long Tasks) that the page had meanwhile. */
export type InBrowser = { stages: Record<string, Stage> }

/** A newslist in a browser with a cold cache: opened, gone through by keys over several pages, scrolled, selected, left alone, and the palette. */
export async function inBrowser({ origin }: { origin: string }): Promise<InBrowser> {
  const browser = await chromium.launch(chosen().launchOptions)
  const stages: Record<string, Stage> = {}
  try {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } })
    await signIn(context, await hire("editor"))
    const page = await context.newPage()
    await page.addInitScript(() => {
      const long: number[] = []
      Object.assign(window, { long })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      }).observe({ type: "longtask", buffered: true })
    })
    const during = async (name: string, work: () => Promise<unknown>) => {
      const began = performance.now()
      await work()
      const took = performance.now() - began
      // A task is told when it is over and the page has a moment.
      await page.waitForTimeout(200)
      const long = await page.evaluate(() => (window as unknown as { long: number[] }).long.splice(0))
      stages[name] = { tasks: long.length, longest: Math.max(0, ...long), took }
    }
    await during("opens it", async () => {
      await page.goto("/newsroom")
      await page.waitForLoadState("networkidle")
    })
    await during(`goes down ${LINES} lines by keys, over pages`, () => goDown(page, LINES))
    await during("scrolls up and down", async () => {
      for (let step = 0; step < 40; step++) {
        await page.mouse.wheel(0, step < 20 ? 400 : -400)
        await page.waitForTimeout(30)
      }
    })
    await during("selects all and none", async () => {
      const all = page.getByRole("checkbox", { name: "Select all stories on this page" })
      for (let time = 0; time < 5; time++) {
        await all.check()
        await all.uncheck()
      }
    })
    await during("reads, while it is kept up to date", () => page.waitForTimeout(13_000))
    const [headline = ""] = await page.getByRole("row").getByRole("link").allTextContents()
    await during("finds by the palette", async () => {
      await page.keyboard.press("Control+k")
      await page.getByRole("dialog").getByRole("combobox").pressSequentially(headline.slice(0, 20), { delay: 60 })
      await page.getByRole("dialog").getByRole("option").first().waitFor()
      await page.keyboard.press("Escape")
    })
    await context.close()
  } finally {
    await browser.close()
  }
  return { stages }
}

/** Presses j as fast as somebody holds it down; behind the last line the next page is waited for. */
async function goDown(page: Page, lines: number) {
  let gone = 0
  while (gone < lines) {
    await page.keyboard.press("j")
    gone++
    const last = await page.evaluate(() => {
      const row = document.activeElement?.closest("tr[data-story]")
      return row !== null && row !== undefined && row.nextElementSibling === null
    })
    if (!last) {
      await page.waitForTimeout(20)
      continue
    }
    const before = page.url()
    await page.keyboard.press("j")
    await page.waitForURL((url) => url.href !== before)
    await page.waitForFunction(() => document.activeElement?.closest("tr[data-story]")?.previousElementSibling === null)
  }
}
