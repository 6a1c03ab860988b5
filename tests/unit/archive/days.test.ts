import { expect, test } from "@playwright/test"
import fc from "fast-check"
import {
  dayAddress,
  dayAt,
  rangeOfDay,
  rangeOfMonth,
  rangeOfYear,
  readDay,
  readMonth,
  readYear,
} from "@/lib/archive/days"

const HOUR = 60 * 60 * 1_000
const hours = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / HOUR

test("a day is the paper's own, winter and summer", () => {
  const winter = rangeOfDay({ year: 2026, month: 11, day: 24 })
  expect(winter).toEqual({ from: new Date("2026-11-23T23:00:00Z"), to: new Date("2026-11-24T23:00:00Z") })
  const summer = rangeOfDay({ year: 2026, month: 7, day: 1 })
  expect(summer).toEqual({ from: new Date("2026-06-30T22:00:00Z"), to: new Date("2026-07-01T22:00:00Z") })
})

test("the day on which the clocks go forward has 23 hours, the day on which they go back 25", () => {
  const forward = rangeOfDay({ year: 2026, month: 3, day: 29 })
  expect(forward).toEqual({ from: new Date("2026-03-28T23:00:00Z"), to: new Date("2026-03-29T22:00:00Z") })
  const back = rangeOfDay({ year: 2026, month: 10, day: 25 })
  expect(back).toEqual({ from: new Date("2026-10-24T22:00:00Z"), to: new Date("2026-10-25T23:00:00Z") })
  expect([hours(forward), hours(back)]).toEqual([23, 25])
})

test("months and years begin and end with their days", () => {
  expect(hours(rangeOfMonth(2026, 3))).toBe(31 * 24 - 1)
  expect(hours(rangeOfMonth(2026, 10))).toBe(31 * 24 + 1)
  expect(hours(rangeOfYear(2028))).toBe(366 * 24)
  expect(rangeOfMonth(2026, 12).to).toEqual(rangeOfYear(2027).from)
})

test("every moment is within the day that it is said to be of, and in no other", () => {
  const moment = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (at) => {
      const { from, to } = rangeOfDay(dayAt(at))
      expect(from.getTime() <= at.getTime() && at.getTime() < to.getTime()).toBe(true)
    }),
  )
})

test("an address names a day that there is, in one spelling", () => {
  expect(readDay("2024", "02", "29")).toEqual({ year: 2024, month: 2, day: 29 })
  expect(dayAddress({ year: 2024, month: 2, day: 9 })).toBe("/archive/2024/02/09")
  for (const [year, month, day] of [
    ["2023", "02", "29"],
    ["2026", "04", "31"],
    ["2026", "4", "01"],
    ["2026", "04", "1"],
    ["2026", "04", "00"],
    ["26", "04", "01"],
    ["0026", "04", "01"],
    ["2026", "13", "01"],
    ["20261", "01", "01"],
  ] as const)
    expect(readDay(year, month, day), `${year}/${month}/${day}`).toBeNull()
  expect(readMonth("2026", "00")).toBeNull()
  expect(readYear("2026 ")).toBeNull()
})
