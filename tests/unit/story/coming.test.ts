import { expect, test } from "@playwright/test"
import { byDay, dayKey, hourOf, isMonth, monthBy, weeksOf } from "@/lib/story/coming"

test("a month is whole weeks from a Monday on, whatever day it begins and ends on", () => {
  expect(weeksOf("2026-11")[0]).toEqual([
    "2026-10-26",
    "2026-10-27",
    "2026-10-28",
    "2026-10-29",
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
  ])
  expect(weeksOf("2027-02"), "it begins on a Monday and has four weeks").toHaveLength(4)
  for (let month = "2024-01"; month !== "2030-01"; month = monthBy(month, 1)) {
    const days = weeksOf(month).flat()
    expect(new Set(days).size).toBe(days.length)
    const [year = 0, number = 0] = month.split("-").map(Number)
    const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
    expect(days.filter((day) => day.startsWith(month))).toHaveLength(length)
    expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1)
  }
  expect([monthBy("2026-12", 1), monthBy("2026-01", -1)]).toEqual(["2027-01", "2025-12"])
  expect(["2026-11", "2026-13", "26-11", ["2026-11"], undefined].map(isMonth)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test("days and hours are those of the paper's clock, through both changes of it", () => {
  const at = (iso: string) => ({ at: new Date(iso) })
  const night = at("2026-11-24T23:30:00Z")
  expect([dayKey(night.at), hourOf(night.at)]).toEqual(["2026-11-25", "00:30"])
  const spring = ["2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z"].map((iso) => hourOf(new Date(iso)))
  expect(spring).toEqual(["01:59", "03:00"])
  const autumn = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map((iso) => hourOf(new Date(iso)))
  expect(autumn, "half past two, twice").toEqual(["02:30", "02:30"])
  const days = byDay([night, at("2026-11-24T22:00:00Z"), at("2026-11-25T10:00:00Z")])
  expect(days.map(([day, lines]) => [day, lines.length])).toEqual([
    ["2026-11-24", 1],
    ["2026-11-25", 2],
  ])
})
