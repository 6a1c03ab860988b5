import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { atLeast, atMost, barsTable, median, quantile, ratioOf, table } from "@/bench/figures"

test("a quantile is one of the values, and so many do not exceed it", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2)
  expect(quantile([4, 1, 3, 2], 0.99)).toBe(4)
  expect(quantile([], 0.5)).toBeNaN()
  const values = fc.array(fc.integer(), { minLength: 1 })
  fc.assert(
    fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (some, share) => {
      const found = quantile(some, share)
      expect(some).toContain(found)
      expect(some.filter((value) => value <= found).length).toBeGreaterThanOrEqual(Math.floor(some.length * share))
    }),
  )
})

test("a ratio is that of the rounds: neither a slow minute of the machine nor one odd round changes it", () => {
  const [ours, theirs] = [
    [9, 90, 3],
    [10, 100, 1],
  ]
  expect(ratioOf(ours ?? [], theirs ?? [])).toBeCloseTo(0.9)
  expect(median([1, 100, 2])).toBe(2)
})

test("a table lines its columns up, and a missing cell is empty", () => {
  expect(table("Title", [["a", "long name"], ["value"]])).toBe(
    "\nTitle\n\n| a     | long name |\n|-------|-----------|\n| value |           |\n",
  )
})

test("a bar that was not reached says so, and one that was not measured was not reached", () => {
  const bars = [atLeast("rate", 0.95, 0.9, "×"), atMost("time", 120, 100, "ms"), atMost("errors", 0, 0)]
  expect(bars.map(({ reached }) => reached)).toEqual([true, false, true])
  expect(bars.map(({ is, bar }) => `${is} ${bar}`)).toEqual(["0.95 × ≥ 0.90 ×", "120 ms ≤ 100 ms", "0 0"])
  expect([atMost("lost", Number.NaN, 1), atLeast("lost", Number.NaN, 1)].some(({ reached }) => reached)).toBe(false)
  expect(barsTable(bars)).toContain("| NO")
})
