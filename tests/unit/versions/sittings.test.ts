import { expect, test } from "@playwright/test"
import { beforeOf, type Earlier, pageOf, sittingsOf, takenBack } from "@/lib/versions/sittings"

const [ADA, BEN] = ["Ada", "Ben"].map((name) => ({ id: name, name }))

/** A text of this minute of a day, which was begun a few minutes before. */
const text = (name: string, minute: number, given: Partial<Earlier> = {}): Earlier => ({
  name,
  startedAt: new Date((minute - 5) * 60_000),
  at: new Date(minute * 60_000),
  ...{ by: ADA ?? null, kind: null, clarifies: false, note: "", live: false, takenFrom: null },
  ...given,
})
const named = (sittings: ReturnType<typeof sittingsOf>) => sittings.map((one) => one.map(({ name }) => name))

test("a day of saving is a few lines: a person’s sitting is one, until somebody else writes, a version is made, or they pause", () => {
  const texts = [
    text("draft 50", 300),
    text("draft 40", 220),
    text("draft 30", 210, { takenFrom: "version 1" }),
    text("version 1", 200, { kind: "publish" }),
    text("draft 20", 190, { by: BEN ?? null }),
    text("draft 12", 120),
    text("draft 9", 110),
    text("draft 5", 100),
  ]
  const sittings = sittingsOf(texts)
  expect(named(sittings)).toEqual([
    ["draft 50"],
    ["draft 40"],
    ["draft 30"],
    ["version 1"],
    ["draft 20"],
    ["draft 12", "draft 9", "draft 5"],
  ])
})

test("a sitting is compared with what was there before it, a text within it with the one before, a version with a version", () => {
  const texts = [
    text("version 2", 260, { kind: "update" }),
    text("draft 9", 250),
    text("draft 8", 240),
    text("version 1", 200, { kind: "publish" }),
    text("draft 5", 190),
  ]
  const sittings = sittingsOf(texts)
  const before = (at: number) => beforeOf(texts, sittings, texts[at] as Earlier)?.name
  expect([0, 1, 2, 3, 4].map(before)).toEqual(["version 1", "version 1", "version 1", undefined, undefined])
  expect(beforeOf(texts, [], texts[1] as Earlier)?.name).toBe("draft 8")
})

test("an earlier text that was taken up can be taken back until somebody writes on", () => {
  const texts = [
    text("draft 9", 30, { takenFrom: "version 1" }),
    text("version 1", 20, { kind: "publish" }),
    text("draft 6", 10),
  ]
  expect(takenBack(texts, 9)).toEqual({ from: "version 1", before: "draft 6" })
  expect(takenBack(texts, 10)).toBeNull()
  expect(takenBack(texts.slice(1), 6)).toBeNull()
  expect(takenBack([], 1)).toBeNull()
})

test("a long life is read by pages, and a page that there is not is the nearest", () => {
  const many = sittingsOf(Array.from({ length: 70 }, (_, at) => text(`draft ${70 - at}`, 10_000 - at * 60)))
  expect([0, 1, 3, 9, 1.5, Number.NaN].map((page) => pageOf(many, page).page)).toEqual([1, 1, 3, 3, 1, 1])
  expect(pageOf(many, 1)).toMatchObject({ pages: 3, on: { length: 30 } })
  expect(pageOf(many, 3).on).toHaveLength(10)
  expect(pageOf([], 1)).toEqual({ page: 1, pages: 1, on: [] })
})
