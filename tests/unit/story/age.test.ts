import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { ageOf, changesBy, formChangesBy, isOld, yearAfter } from "@/lib/story/age"
import type { RelatedNews } from "@/lib/story/related-shown"

const at = (stamp: string) => new Date(stamp)
const words = (published: string, now: string) => ageOf(at(published), at(now)).words

test("a story is old a year after its publication, to the millisecond, leap days included", () => {
  expect(yearAfter(at("2025-11-24T12:00:00.123Z"))).toEqual(at("2026-11-24T12:00:00.123Z"))
  expect(yearAfter(at("2024-02-29T08:00:00Z"))).toEqual(at("2025-03-01T08:00:00Z"))
  expect(isOld(at("2025-11-24T12:00:00Z"), at("2026-11-24T12:00:00Z"))).toBe(true)
  expect(isOld(at("2025-11-24T12:00:00Z"), at("2026-11-24T11:59:59.999Z"))).toBe(false)
})

test("an age is told in months, then in years, and not at all before thirty days", () => {
  expect(words("2026-11-01T00:00:00Z", "2026-11-30T23:59:59Z")).toBe("")
  expect(words("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")).toBe("1 month ago")
  expect(words("2026-01-31T00:00:00Z", "2026-03-02T00:00:00Z")).toBe("1 month ago")
  expect(words("2025-01-01T00:00:00Z", "2026-12-31T00:00:00Z")).toBe("23 months ago")
  expect(words("2020-01-01T00:00:00Z", "2026-12-31T00:00:00Z")).toBe("6 years ago")
})

test("the words hold until the moment that is given with them, and no longer", () => {
  const day = fc.date({ min: at("2015-01-01T00:00:00Z"), max: at("2030-01-01T00:00:00Z"), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 3_000 }), (published, days) => {
      const now = new Date(published.getTime() + days * 86_400_000)
      const { words: told, until } = ageOf(published, now)
      expect(until.getTime()).toBeGreaterThan(now.getTime())
      expect(ageOf(published, new Date(until.getTime() - 1)).words).toBe(told)
      expect(ageOf(published, until).words).not.toBe(told)
    }),
  )
})

test("a page changes by itself when the story turns old, or a related one grows older, whichever comes first", () => {
  const related = (publishedAt: Date): RelatedNews => ({
    ...{ kind: "story", headline: "", kicker: "", language: "en", address: "/a/b", publishedAt },
    section: { slug: "a", name: "A" },
  })
  const now = at("2026-11-24T00:00:00Z")
  const story = { publishedAt: at("2026-11-20T00:00:00Z"), related: [], picturesUntil: [], relatedMoments: [] }
  expect(changesBy(story, now)).toEqual(at("2027-11-20T00:00:00Z"))
  const older = { ...story, related: [related(at("2026-11-10T00:00:00Z"))] }
  expect(changesBy(older, now)).toEqual(at("2026-12-10T00:00:00Z"))
  expect(changesBy({ ...story, publishedAt: at("2020-01-01T00:00:00Z") }, now)).toBe(null)
  const ends = at("2026-11-24T00:05:00Z")
  expect(changesBy({ ...story, picturesUntil: [ends] }, now), "rights of a picture end").toEqual(ends)
  const comes = { ...story, picturesUntil: [ends], relatedMoments: [now, at("2026-11-24T00:04:00Z")] }
  expect(changesBy(comes, now), "an item of the list comes or goes").toEqual(at("2026-11-24T00:04:00Z"))
  expect(formChangesBy(comes, now)).toEqual(at("2026-11-24T00:04:00Z"))
  expect(formChangesBy(story, now), "a form without ages").toBe(null)
})
