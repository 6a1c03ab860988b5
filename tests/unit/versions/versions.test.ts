import { expect, test } from "@playwright/test"
import { comparedOf, historyAddress } from "@/lib/versions/versions"

const versions = [5, 4, 2].map((number) => ({ number, kind: "update", note: "", clarifies: false, at: new Date(0) }))

test("the two versions to compare are those asked for, the older first, or else the newest with the one before it", () => {
  expect(comparedOf(versions, "2", "5")).toEqual([2, 5])
  expect(comparedOf(versions, "5", "2")).toEqual([2, 5])
  for (const [from, to] of [
    ["3", "5"],
    ["5", "5"],
    ["", "2"],
    ["x", "y"],
  ] as const)
    expect(comparedOf(versions, from, to), `${from} and ${to}`).toEqual([4, 5])
  expect(comparedOf(versions.slice(0, 1), "", "")).toBe(null)
  expect(comparedOf([], "1", "2")).toBe(null)
})

test("a history has one address, and one for every two versions", () => {
  expect(historyAddress("/home/rain")).toBe("/home/rain/history")
  expect(historyAddress("/home/rain", 1, 3)).toBe("/home/rain/history?from=1&to=3")
})
