import { expect, test } from "@playwright/test"
import { differenceOf, putIn, replaced, sayDifference, undone } from "@/lib/related/lists"
import type { RelatedItem } from "@/lib/story/story"

const id = (letter: string) => `0000000${letter}-0000-4000-8000-000000000000`
const [own, a, b, c, d] = ["0", "a", "b", "c", "d"].map((letter) => ({ story: id(letter) }))
const link = { link: id("e") }
const self = own?.story ?? ""
type S = { story: string }
const [A, B, C, D] = [a as S, b as S, c as S, d as S]

test("a set goes behind what is pinned, or to the end; nothing twice, and never the story itself", () => {
  const list: RelatedItem[] = [{ ...A, pinned: true }, B]
  const set: RelatedItem[] = [link, B, { story: self }, link, { ...C, reason: "Earlier" }]
  expect(putIn(self, list, set, "last")).toEqual({
    after: [{ ...A, pinned: true }, B, link, { ...C, reason: "Earlier" }],
  })
  expect(putIn(self, list, set, "first")).toEqual({
    after: [{ ...A, pinned: true }, link, { ...C, reason: "Earlier" }, B],
  })
  expect(putIn(self, list, [{ ...D, pinned: true }], "last")).toEqual({
    after: [{ ...A, pinned: true }, { ...D, pinned: true }, B],
  })
  expect(putIn(self, list, [B, { story: self }], "last")).toEqual({ same: true })
})

test("a list holds a hundred items at most, and says so instead of losing one", () => {
  const list = Array.from({ length: 99 }, (_, at) => ({
    story: `${String(at).padStart(8, "0")}-0000-4000-8000-0000000000ff`,
  }))
  expect(putIn(self, list, [A], "last")).toHaveProperty("after.length", 100)
  expect(putIn(self, list, [A, B], "last")).toEqual({ refused: expect.stringContaining("101 items, and 100") })
})

test("what comes in the place of an item keeps what was said of the place, and not the words for what stood there", () => {
  const was: RelatedItem = {
    ...B,
    reason: "Background",
    headlineForReaders: "About b",
    pinned: true,
    until: "2026-12-24T09:00:00Z",
  }
  expect(replaced(self, [A, was, C], B, link)).toEqual({
    after: [A, { ...link, reason: "Background", pinned: true, until: "2026-12-24T09:00:00Z" }, C],
  })
  expect(replaced(self, [A, was, C], B, C)).toEqual({ after: [A, C] })
  expect(replaced(self, [A, was, C], B, null)).toEqual({ after: [A, C] })
  expect(replaced(self, [A], B, C)).toEqual({ same: true })
  expect(replaced(self, [A, B], B, B)).toEqual({ same: true })
  expect(replaced(self, [A, B], B, { story: self })).toEqual({
    refused: expect.stringContaining("no story leads to itself"),
  })
})

test("a change is undone where the list is still as it was left, and nowhere else", () => {
  const change = { before: [A, B], after: [A, C] }
  expect(undone([A, C], change)).toEqual({ after: [A, B] })
  expect(undone([C, A], change)).toEqual({ refused: expect.stringContaining("since") })
  expect(undone([A, { ...C, hidden: true }], change)).toHaveProperty("refused")
})

test("a difference is said in words: what came, what went, what is said otherwise, and the order", () => {
  const nameOf = (target: object) => ("story" in target ? String(target.story).slice(7, 8) : "elsewhere")
  const say = (before: RelatedItem[], after: RelatedItem[]) => sayDifference(differenceOf(before, after), nameOf)
  expect(say([A, B], [B, link])).toBe("In: “elsewhere”. Out: “a”.")
  expect(say([A, B], [B, A])).toBe("In another order.")
  expect(say([A], [{ ...A, reason: "Earlier" }])).toBe("Said otherwise: “a”.")
  expect(say([], [A, B, C, D, link])).toBe("In: “a”, “b”, “c”, 2 more.")
})
