import { expect, test } from "@playwright/test"
import { momentAsked, timeMap, versionAt } from "@/lib/versions/memento"

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const versions = [3, 2, 1].map((number) => ({ number, at: at(number * 10 - 5) }))

test("at a moment readers had the last version that had come by then; before the first one, the first is nearest", () => {
  expect([1, 5, 14, 15, 24, 25, 29].map((day) => versionAt(versions, at(day))?.number)).toEqual([1, 1, 1, 2, 2, 3, 3])
  expect(versionAt(versions, null)?.number).toBe(3)
  expect(versionAt([], at(5))).toBeUndefined()
})

test("a moment is asked for as HTTP writes it, and as nothing else", () => {
  expect(momentAsked("Tue, 24 Nov 2026 13:05:09 GMT")).toEqual(new Date("2026-11-24T13:05:09Z"))
  expect(momentAsked(null)).toBe(null)
  for (const wrong of ["", "2026-11-24", "Tue, 24 Nov 2026 13:05:09 CET", "Xxx, 99 Yyy 2026 13:05:09 GMT"])
    expect(momentAsked(wrong), wrong).toBe("wrong")
})

test("a story with one version has a map with one memento, the first and the last", () => {
  const map = timeMap("https://paper.test", "/world/rain", versions.slice(2))
  expect(map).toContain(
    '<https://paper.test/world/rain/v/1>; rel="first last memento"; datetime="Thu, 05 Nov 2026 00:00:00 GMT"',
  )
  expect(map).toContain('from="Thu, 05 Nov 2026 00:00:00 GMT"; until="Thu, 05 Nov 2026 00:00:00 GMT"')
})
