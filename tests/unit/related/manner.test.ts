import { expect, test } from "@playwright/test"
import fc from "fast-check"
import {
  inReadersOrder,
  isOpen,
  isShownAt,
  type Manner,
  mannerOf,
  momentsOf,
  standingOf,
  withManner,
  wordsOfManner,
} from "@/lib/related/manner"
import { readSpan, typedSpan } from "@/lib/related/typed-span"
import { parseText } from "@/lib/story/bad-input"

const STORY = "0b5cf5c6-6b1f-4a52-9f43-0c9d7a4c1d11"
const NOW = new Date("2026-12-03T08:00:00Z")
const at = (stamp: string) => new Date(stamp)

test("pinned ones come first, and each kind keeps its own order", () => {
  const flags = fc.array(fc.boolean(), { maxLength: 12 })
  fc.assert(
    fc.property(flags, (pins) => {
      const items = pins.map((pinned, place) => ({ place, ...(pinned && { pinned: true as const }) }))
      const ordered = inReadersOrder(items)
      const count = pins.filter(Boolean).length
      expect(ordered.map(({ pinned }) => !!pinned)).toEqual([
        ...Array.from({ length: count }, () => true),
        ...Array.from({ length: pins.length - count }, () => false),
      ])
      for (const half of [ordered.slice(0, count), ordered.slice(count)])
        expect(half.map(({ place }) => place)).toEqual(half.map(({ place }) => place).sort((a, b) => a - b))
      expect(inReadersOrder(ordered)).toEqual(ordered)
    }),
  )
})

test("readers have an item from its first moment on, and from its last moment on no more", () => {
  const span = { from: "2026-12-03T08:00:00Z", until: "2026-12-03T09:00:00Z" }
  expect(isShownAt(span, at("2026-12-03T07:59:59.999Z"))).toBe(false)
  expect(isShownAt(span, at("2026-12-03T08:00:00Z"))).toBe(true)
  expect(isShownAt(span, at("2026-12-03T08:59:59.999Z"))).toBe(true)
  expect(isShownAt(span, at("2026-12-03T09:00:00Z"))).toBe(false)
  expect(isShownAt({}, NOW)).toBe(true)
  expect(isShownAt({ ...span, hidden: true }, NOW)).toBe(false)
  expect(momentsOf([{}, span, { hidden: true, until: span.until }])).toEqual([
    at(span.from),
    at(span.until),
    at(span.until),
  ])
})

test("only what stands there for all readers and for good says to others that the story leads to it", () => {
  const moment = NOW.toISOString()
  expect(isOpen({ pinned: true, reason: "Earlier", headlineForReaders: "X" })).toBe(true)
  const others: Manner[] = [{ hidden: true }, { from: moment }, { until: moment }]
  for (const item of others) expect(isOpen(item)).toBe(false)
})

test("what is not said is not kept, and what is taken back leaves nothing behind", () => {
  const all: Manner = {
    ...{ reason: "Earlier", headlineForReaders: "X", from: NOW.toISOString() },
    ...{ until: "2026-12-04T08:00:00.000Z", pinned: true, hidden: true },
  }
  const item = withManner({ story: STORY }, all)
  expect(item).toEqual({ story: STORY, ...all })
  expect(mannerOf(item)).toEqual(all)
  const none = {
    reason: "",
    headlineForReaders: "",
    from: undefined,
    until: undefined,
    pinned: undefined,
    hidden: undefined,
  }
  expect(Object.keys(withManner(item, none))).toEqual(["story"])
  expect(withManner({ link: STORY, reason: "Earlier" }, { pinned: true })).toEqual({
    ...{ link: STORY, reason: "Earlier", pinned: true },
  })
})

test("the desk reads what is said of an item, and what readers see of it now", () => {
  const from = "2026-12-03T08:00:00Z"
  expect(wordsOfManner({ pinned: true, hidden: true, from, headlineForReaders: "In short" })).toEqual([
    "Pinned",
    "Hidden from readers",
    "From 3 December 2026, 09:00 CET",
    "Headline for readers: In short",
  ])
  const standing = (manner: Manner, now: string) => standingOf(manner, at(now))
  expect(standing({}, from)).toBe(null)
  expect(standing({ from }, "2026-12-01T08:00:00Z")).toEqual({
    words: "From 3 December 2026, 09:00 CET: readers do not see it yet.",
    shown: false,
  })
  expect(standing({ from }, "2026-12-02T20:00:00Z")?.words).toContain("From tomorrow, 3 December 2026, 09:00 CET")
  expect(standing({ from }, from)).toEqual({ words: "Since today, 3 December 2026, 09:00 CET", shown: true })
  expect(standing({ until: from }, "2026-12-03T07:00:00Z")).toMatchObject({ shown: true })
  expect(standing({ until: from }, "2026-12-04T07:00:00Z")).toEqual({
    words: "Ended yesterday, 3 December 2026, 09:00 CET: readers do not see it any more.",
    shown: false,
  })
  expect(standing({ from, until: "2027-01-01T08:00:00Z" }, "2026-11-01T08:00:00Z")?.words).toBe(
    "From 3 December 2026, 09:00 CET, until 1 January 2027, 09:00 CET: readers do not see it yet.",
  )
})

test("what is typed as a span is kept when it is one; until then each field says what is wrong with it", () => {
  const field = (wall: string, broken = false) => ({ wall, broken })
  const none = { from: undefined, until: undefined }
  const read = (from: string, until: string) => readSpan({ from: field(from), until: field(until) }, none)
  expect(read("", "")).toEqual({ span: none })
  expect(read("2026-12-03T09:00", "")).toEqual({ span: { from: "2026-12-03T08:00:00.000Z", until: undefined } })
  expect(read("2026-12-03T09:00", "2026-12-03T09:00")).toEqual({
    problems: { until: "It ends before it begins: choose a later end." },
  })
  expect(read("0002-12-03T09:00", "")).toMatchObject({ problems: { from: expect.stringContaining("whole date") } })
  expect(readSpan({ from: field(""), until: field("", true) }, none)).toMatchObject({
    problems: { until: expect.stringContaining("or empty the field") },
  })
  const stored = { from: "2026-12-03T08:00:30.000Z", until: undefined }
  expect(readSpan(typedSpan(stored), stored), "to the second, where nobody touched it").toEqual({ span: stored })
})

test("what is wrong with an item is named at its own path", () => {
  const wrong = (item: object) => {
    const answer = parseText({ related: [{ story: STORY }, item] })
    return "fields" in answer ? answer.fields : {}
  }
  const [from, until] = ["2026-12-03T08:00:00Z", "2026-12-03T07:00:00Z"]
  expect(wrong({ link: STORY, from, until })).toEqual({ "related.1.until": expect.stringContaining("later end") })
  expect(wrong({ story: STORY, from: "soon" })).toEqual({ "related.1.from": expect.stringContaining("in UTC") })
  expect(wrong({ story: STORY, pinned: false })).toEqual({ "related.1.pinned": expect.any(String) })
  expect(wrong({ story: STORY, colour: "red" })).toEqual({ "related.1.colour": "There is no such field here." })
  expect(wrong({ story: STORY, headlineForReaders: "x".repeat(501) })).toHaveProperty(["related.1.headlineForReaders"])
  expect(wrong({})).toHaveProperty(["related.1"])
})

test("of a year beyond all calendars its field says so, and nothing is lost", () => {
  for (const wall of ["9999-12-31T23:59", "10000-01-01T00:00", "275760-09-13T00:00"]) {
    const typed = { from: { wall: "", broken: false }, until: { wall, broken: false } }
    const answer = readSpan(typed, { from: undefined, until: undefined })
    expect(answer, wall).toEqual({
      problems: { until: "Choose an earlier year, or empty the field: then it is for good." },
    })
  }
})

test("a headline for readers that nobody sees is none", () => {
  for (const headlineForReaders of ["\u200b", "\u3164\u2060", " \u00ad ", "\u2800", "\u202e"])
    expect(withManner({ story: STORY }, { headlineForReaders }), JSON.stringify(headlineForReaders)).toEqual({
      story: STORY,
    })
  for (const headlineForReaders of ["日本", "1", "…", "👩‍🚒"])
    expect(withManner({ story: STORY }, { headlineForReaders })).toMatchObject({ headlineForReaders })
})
