import { expect, test } from "@playwright/test"
import { judgementOf } from "@/bench/lighthouse"
import { editionsIn, headlineOf } from "@/bench/parts/visible-reading"

test("a page tells the newest edition of each story on it", () => {
  const page = `<h1>${headlineOf(12, "story3")}</h1><a>${headlineOf(4, "story30")}</a><i>${headlineOf(11, "story3")}</i>`
  expect([...editionsIn(page)]).toEqual([
    ["story3", 12],
    ["story30", 4],
  ])
})

test("of a Lighthouse report the scores, the times and what was not whole are read", () => {
  const audit = (score: number | null, numericValue?: number) => ({ score, ...(numericValue && { numericValue }) })
  const weighed = { id: "image-alt", weight: 10 }
  const report = {
    categories: {
      performance: { score: 0.99, auditRefs: [{ id: "largest-contentful-paint", weight: 25 }] },
      accessibility: { score: 0.9, auditRefs: [weighed, { id: "manual", weight: 0 }] },
      "best-practices": { score: 1, auditRefs: [] },
      seo: { score: 1, auditRefs: [weighed] },
    },
    audits: {
      "largest-contentful-paint": audit(1, 900),
      "cumulative-layout-shift": { score: 1, numericValue: 0 },
      "total-blocking-time": { score: 1, numericValue: 0 },
      "image-alt": { ...audit(0), displayValue: "2 found" },
      manual: audit(0),
    },
  }
  expect(judgementOf(report)).toEqual({
    scores: { performance: 0.99, accessibility: 0.9, "best-practices": 1, seo: 1 },
    ...{ lcp: 900, cls: 0, tbt: 0, short: ["image-alt (2 found)"] },
  })
})
