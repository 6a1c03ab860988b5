import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { partsOf } from "@/lib/feeds/sitemap-parts"

const day = (text: string, stories: number, changed = `${text}T12:00:00Z`) => ({
  day: new Date(`${text}T00:00:00Z`),
  stories,
  changedAt: new Date(changed),
})

test("a sitemap is a month, and says when anything in it last changed or went", () => {
  const parts = partsOf([day("2026-10-31", 2), day("2026-11-01", 3, "2026-12-24T00:00:00Z"), day("2026-11-30", 1)])
  expect(parts.map(({ name, stories }) => [name, stories])).toEqual([
    ["2026-10", 2],
    ["2026-11", 4],
  ])
  expect(parts[1]).toMatchObject({
    from: new Date("2026-11-01T00:00:00Z"),
    to: new Date("2026-12-01T00:00:00Z"),
    changed: new Date("2026-12-24T00:00:00Z"),
  })
})

test("a month that holds too much is cut between days", () => {
  const parts = partsOf([day("2026-11-01", 6), day("2026-11-02", 4), day("2026-11-09", 5), day("2026-11-10", 20)], 10)
  expect(parts.map(({ name }) => name)).toEqual(["2026-11", "2026-11-09", "2026-11-10"])
  expect(parts.map(({ to }) => to.toISOString().slice(0, 10))).toEqual(["2026-11-09", "2026-11-10", "2026-12-01"])
})

test("a month that lost its last story has no sitemap", () => {
  expect(partsOf([day("2026-11-01", 0), day("2026-12-01", 1)]).map(({ name }) => name)).toEqual(["2026-12"])
})

test("every story is in one part and no other, however many there are of a day", () => {
  const days = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 30 })), {
    selector: ([number]) => number,
  })
  fc.assert(
    fc.property(days, (given) => {
      const known = given
        .sort(([a], [b]) => a - b)
        .map(([number, stories]) => day(new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10), stories))
      const parts = partsOf(known, 20)
      for (const one of known) {
        const holding = parts.filter(({ from, to }) => from <= one.day && one.day < to)
        expect(holding).toHaveLength(one.stories > 0 || holding.length > 0 ? 1 : 0)
      }
      expect(parts.reduce((sum, { stories }) => sum + stories, 0)).toBe(
        known.reduce((sum, one) => sum + one.stories, 0),
      )
      expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length)
    }),
  )
})
