import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { atWall, spanOf, wallOf } from "@/lib/dates"

test("the paper's wall shows its own time, in winter and in summer", () => {
  expect(wallOf(new Date("2026-11-24T13:05:00Z"))).toBe("2026-11-24T14:05")
  expect(wallOf(new Date("2026-07-01T22:30:00Z"))).toBe("2026-07-02T00:30")
  expect(atWall("2026-11-24T14:05")).toEqual(new Date("2026-11-24T13:05:00Z"))
  expect(atWall("2026-07-02T00:30")).toEqual(new Date("2026-07-01T22:30:00Z"))
})

test("every time of the wall is a moment that it shows again, but for the hour that a spring night lacks", () => {
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const wall = wallOf(new Date(minute * 60_000))
      expect(wallOf(atWall(wall) ?? new Date(0))).toBe(wall)
    }),
  )
  expect(wallOf(atWall("2026-03-29T02:30") ?? new Date(0))).toBe("2026-03-29T03:30")
  expect(wallOf(atWall("2026-10-25T02:30") ?? new Date(0))).toBe("2026-10-25T02:30")
})

test("a span of time is told in as few words as say it", () => {
  const at = (time: string) => new Date(`2026-11-24T${time}Z`)
  expect(spanOf(at("13:05:10"), at("13:05:50"))).toBe("24 November 2026, 14:05 CET")
  expect(spanOf(at("13:05:00"), at("14:20:00"))).toBe("24 November 2026, 14:05 to 15:20 CET")
  expect(spanOf(at("22:50:00"), at("23:10:00"))).toBe("24 November 2026, 23:50 CET to 25 November 2026, 00:10 CET")
})

test("what is no date and time is no moment", () => {
  for (const words of ["", "tomorrow", "2026-11-24", "2026-13-01T00:00", "2026-11-24T25:00", "2026-11-24T14:05Z"])
    expect(atWall(words), words).toBeNull()
})

test("a year that is only just being typed is a moment long ago, and breaks nothing", () => {
  for (const wall of ["0002-12-03T09:00", "0020-12-03T09:00", "0202-12-03T09:00"])
    expect(wallOf(atWall(wall) ?? new Date(0)).slice(0, 10), wall).toBe(wall.slice(0, 10))
  expect(atWall("0000-01-01T00:00")).not.toBeNull()
})

test("a moment that the paper's wall shows in a year of five digits is none, and breaks nothing", () => {
  for (const wall of ["9999-12-31T23:30", "9999-12-31T23:59", "10000-01-01T00:00", "275760-01-01T00:00"])
    expect(atWall(wall), wall).toBeNull()
})
