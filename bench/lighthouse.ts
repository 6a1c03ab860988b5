import { chromium } from "@playwright/test"
import { freePort } from "../server/ports"
import { chromium as chosen } from "../server/test/chromium"
import { JUDGEMENTS } from "./sizes"

export type Judgement = {
  name: string
  /** from 0 to 1 */
  scores: Record<(typeof CATEGORIES)[number], number>
  /** milliseconds, but for CLS */
  lcp: number
  cls: number
  tbt: number
  /** what was not whole, by Lighthouse's own names and words */
  short: string[]
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const

/**
 * What Lighthouse says of these pages, each in a browser of its own: a phone on a simulated slow 4G line. The browser has shown a page before,
 * for what it does in its first second would be counted as the page's. Of several looks the middle one counts, as Lighthouse advises.
 */
export async function readsAs(pages: readonly { name: string; address: string }[]): Promise<Judgement[]> {
  const { default: lighthouse } = await import("lighthouse")
  const judged: Judgement[] = []
  for (const { name, address } of pages) {
    const port = await freePort()
    const { launchOptions } = chosen()
    const args = [...launchOptions.args, `--remote-debugging-port=${port}`]
    const browser = await chromium.launch({ ...launchOptions, args })
    try {
      const blank = await browser.newPage()
      await blank.goto("data:text/html,<p>Words</p>", { waitUntil: "networkidle" })
      const looks: Omit<Judgement, "name">[] = []
      while (looks.length < JUDGEMENTS) {
        const onlyCategories: string[] = [...CATEGORIES]
        const run = await lighthouse(address, { port, output: "json", logLevel: "error", onlyCategories })
        if (!run || run.lhr.runtimeError)
          throw new Error(`Lighthouse could not look at ${address}: ${run?.lhr.runtimeError?.message ?? "no answer"}`)
        looks.push(judgementOf(run.lhr))
      }
      judged.push({ name, ...middleOf(looks) })
    } finally {
      await browser.close()
    }
  }
  return judged
}

/** The look whose speed is the middle one of all. */
function middleOf(looks: readonly Omit<Judgement, "name">[]): Omit<Judgement, "name"> {
  const bySpeed = looks.toSorted((a, b) => a.scores.performance - b.scores.performance || b.lcp - a.lcp)
  const middle = bySpeed[Math.floor(bySpeed.length / 2)]
  if (!middle) throw new Error("Lighthouse has not looked at all.")
  return middle
}

/** Of Lighthouse's report what is read here. */
type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; numericValue?: number; explanation?: string; displayValue?: string }>
}

export function judgementOf({ categories, audits }: Report): Omit<Judgement, "name"> {
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  const isShort = (id: string) => (audits[id]?.score ?? 1) < 1
  const said = (id: string) => audits[id]?.explanation ?? audits[id]?.displayValue
  const short = [...new Set(weighed.map(({ id }) => id))]
    .filter(isShort)
    .map((id) => (said(id) ? `${id} (${said(id)})` : id))
  const score = (name: string) => categories[name]?.score ?? Number.NaN
  return {
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])) as Judgement["scores"],
    ...{ lcp: value("largest-contentful-paint"), cls: value("cumulative-layout-shift") },
    ...{ tbt: value("total-blocking-time"), short },
  }
}
