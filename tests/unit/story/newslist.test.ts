import { expect, test } from "@playwright/test"
import { BULK_ACTS, effectOf } from "@/lib/story/bulk"
import { dueBefore, isNarrowed, newslistAddress, readNewslistFilter } from "@/lib/story/newslist"
import { dueOf, type NewslistItem, notesOf, readColumns } from "@/lib/story/newslist-line"
import { freshWords, shownOf, takeIn } from "@/lib/story/newslist-news"

const NOW = new Date("2026-11-24T13:00:00Z")
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

const item = (given: Partial<NewslistItem> = {}): NewslistItem => ({
  ...{ id: "a", revision: 1, status: "draft", headline: "One", section: "world", language: "en", byline: "" },
  ...{ changedAt: NOW, publishAt: null, changeAs: null, embargoUntil: null, withdrawAt: null, firstPublishedAt: null },
  ...{ live: false, unpublished: false, words: 1, openBy: [], lastBy: "Ada" },
  ...given,
})

test("an address and a filter are two forms of one thing, and what is none is left out", () => {
  const filter = { q: "a b", status: "filed", section: "world", who: "me", due: "week" } as const
  const address = newslistAddress(filter)
  expect(readNewslistFilter(Object.fromEntries(new URL(address, "http://x").searchParams))).toEqual(filter)
  expect(
    readNewslistFilter({ q: " ", status: "lost", section: "A B", who: "\u0000", due: "never", cursor: ["1"] }),
  ).toEqual({})
  expect(readNewslistFilter({ q: `${"a".repeat(199)}bc` }).q, "as much as the field holds").toBe(`${"a".repeat(199)}b`)
  expect(newslistAddress({})).toBe("/newsroom")
  expect(isNarrowed({ cursor: "1_2" })).toBe(false)
  expect(isNarrowed({ who: "me" })).toBe(true)
})

test("due is what comes next, by what can still happen to the story", () => {
  expect(dueOf(item(), NOW)).toBeNull()
  const planned = { embargoUntil: at(1), publishAt: at(2), withdrawAt: at(3) }
  expect(dueOf(item({ ...planned, status: "scheduled" }), NOW)).toEqual({ what: "Embargo ends", at: at(1) })
  expect(dueOf(item({ ...planned, status: "scheduled" }), at(1))).toEqual({ what: "Publish", at: at(2) })
  expect(dueOf(item({ ...planned, status: "published", changeAs: "update" }), NOW)).toEqual({
    what: "Change",
    at: at(2),
  })
  expect(dueOf(item({ ...planned, status: "draft", embargoUntil: null }), NOW)).toEqual({ what: "Withdraw", at: at(3) })
  for (const status of ["withdrawn", "spiked"] as const) expect(dueOf(item({ ...planned, status }), NOW)).toBeNull()
})

test("beside the status stand unpublished changes, an embargo that holds and a planned withdrawal", () => {
  const planned = { embargoUntil: at(1), withdrawAt: at(3) }
  expect(notesOf(item({ ...planned, status: "filed" }), NOW)).toEqual([
    "Embargo until 24 November 2026, 15:00 CET",
    "Withdrawal on 24 November 2026, 17:00 CET",
  ])
  expect(notesOf(item({ ...planned, status: "published", unpublished: true }), NOW)[0]).toBe("Unpublished changes")
  expect(notesOf(item({ ...planned, status: "spiked" }), NOW)).toEqual([])
})

test("today ends at midnight on the paper's wall", () => {
  expect(dueBefore("today", NOW)?.toISOString()).toBe("2026-11-24T23:00:00.000Z")
  expect(dueBefore("week", NOW)).toEqual(at(7 * 24))
  expect(dueBefore("planned", NOW)).toBeNull()
})

test("columns stand in the list's order, whoever chose them in whatever order", () => {
  expect(readColumns(["changed", "nonsense", "section"])).toEqual(["section", "changed"])
})

const quiet = { at: "later", items: [], more: false, open: {} }

test("news renews a line where it stands and moves nothing; what is new waits", () => {
  const shown = shownOf([item({ id: "b" }), item({ id: "a" })], "now")
  const moved = item({ id: "a", revision: 2, status: "filed", headline: "Two" })
  const news = {
    ...quiet,
    items: [
      { ...moved, fits: false },
      { ...item({ id: "c" }), fits: true },
    ],
  }
  const after = takeIn(shown, news, { first: true })
  expect(after.rows.map(({ id, gone, headline }) => [id, gone, headline])).toEqual([
    ["b", false, "One"],
    ["a", true, "Two"],
  ])
  expect(after).toMatchObject({ fresh: ["c"], at: "later", said: "“Two” is filed now." })
  expect(after.rows[0]).toBe(shown.rows[0])
  expect(freshWords(after)).toBe("1 story is new or changed: show it")
  const twice = takeIn(after, news, { first: true })
  expect([twice.rows, twice.fresh]).toEqual([after.rows, ["c"]])
  expect(twice.rows).toBe(after.rows)
  expect(takeIn(after, { ...quiet, items: [{ ...item({ id: "c" }), fits: false }] }, { first: true }).fresh).toEqual([])
  expect(takeIn(shown, news, { first: false }).fresh).toEqual([])
  expect(freshWords(takeIn(shown, { ...quiet, more: true }, { first: true }))).toContain("Many")
})

test("a late answer takes no newer line back, and who has what open is as of now", () => {
  const shown = shownOf([item({ revision: 5, openBy: ["Ada"] })], "now")
  const old = { ...quiet, items: [{ ...item({ revision: 4, status: "filed" }), fits: true }], open: { a: ["Ben"] } }
  expect(takeIn(shown, old, { first: true }).rows).toMatchObject([{ revision: 5, status: "draft", openBy: ["Ben"] }])
  expect(takeIn(shown, quiet, { first: true }).rows).toMatchObject([{ openBy: [] }])
})

test("an act for several stories has no words of one story's own, and nothing that cannot be undone", () => {
  for (const act of ["remove", "correct"] as const) expect(BULK_ACTS).not.toContain(act)
  for (const act of BULK_ACTS) {
    const before = { status: "draft", text: { section: "world", slug: "one" } }
    expect(
      effectOf(act, before as never, { ...before, publishAt: NOW, embargoUntil: NOW, withdrawAt: NOW } as never),
    ).toMatch(/\.$/)
  }
})
