import { expect, test } from "@playwright/test"
import { isWanted, NEW, pauseAfter, type Seen, type Standing, seenIn, settle, waitOf } from "@/lib/links/states"

const HOUR = 3_600_000
const BEGIN = Date.UTC(2026, 0, 1)
const at = (hours: number) => new Date(BEGIN + hours * HOUR)

/** What is known after these looks, each so many hours after the beginning. */
function after(looks: [number, Seen][], from: Standing = NEW) {
  let [standing, nextAt] = [from, at(0)]
  for (const [hours, seen] of looks) ({ standing, nextAt } = settle(standing, seen, at(hours)))
  return { ...standing, next: (nextAt.getTime() - BEGIN) / HOUR }
}
const OK: Seen = { seen: "ok" }
const GONE: Seen = { seen: "gone" }
const ILL: Seen = { seen: "ill" }
const BLOCKED: Seen = { seen: "blocked" }

test("what answers is alive since it was first seen so", () => {
  expect(after([[0, OK]])).toMatchObject({ state: "ok", since: at(0), next: 24 })
  expect(
    after([
      [0, OK],
      [24, OK],
    ]),
  ).toMatchObject({ state: "ok", since: at(0), next: 48 })
})

test("a page is gone when two looks a day apart say so, since the first of them", () => {
  expect(
    after([
      [0, OK],
      [24, GONE],
    ]),
  ).toMatchObject({ state: "ok", since: at(0), goneSeenAt: at(24), next: 48 })
  expect(
    after([
      [0, OK],
      [24, GONE],
      [30, GONE],
    ]),
  ).toMatchObject({ state: "ok", goneSeenAt: at(24) })
  expect(
    after([
      [0, OK],
      [24, GONE],
      [30, GONE],
      [48, GONE],
    ]),
  ).toMatchObject({ state: "gone", since: at(24) })
  expect(
    after([
      [0, GONE],
      [24, GONE],
      [48, GONE],
    ]),
  ).toMatchObject({ state: "gone", since: at(0) })
})

test("life between two looks begins the count again, an illness does not", () => {
  expect(
    after([
      [0, GONE],
      [24, OK],
      [48, GONE],
    ]),
  ).toMatchObject({ state: "ok", since: at(24), goneSeenAt: at(48) })
  expect(
    after([
      [0, OK],
      [24, GONE],
      [30, ILL],
      [48, GONE],
    ]),
  ).toMatchObject({ state: "gone", since: at(24) })
  expect(
    after([
      [0, GONE],
      [24, BLOCKED],
      [48, GONE],
    ]),
  ).toMatchObject({ state: "blocked", goneSeenAt: at(48) })
})

test("what is gone stays so while its site is ill, and lives again when it answers", () => {
  const gone = after([
    [0, GONE],
    [24, GONE],
  ])
  expect(after([[48, ILL]], gone)).toMatchObject({ state: "gone", since: at(0) })
  expect(after([[48, OK]], gone)).toMatchObject({ state: "ok", since: at(48), goneSeenAt: null })
  expect(after([[48, { seen: "moved", to: "https://b.example/" }]], gone)).toMatchObject({ state: "moved" })
  expect(after([[48, BLOCKED]], gone)).toMatchObject({ state: "blocked" })
})

test("a page that moved keeps where to, and loses it when it is back", () => {
  const moved = after([[0, { seen: "moved", to: "https://b.example/" }]])
  expect(moved).toMatchObject({ state: "moved", offer: "https://b.example/" })
  expect(after([[24, OK]], moved)).toMatchObject({ state: "ok", offer: null })
})

test("who is ill is asked less and less often, a week apart at most, and not before they say", () => {
  const looks = [1, 2, 3, 4].map((n): [number, Seen] => [n, ILL])
  expect([1, 2, 3, 4].map((n) => after(looks.slice(0, n)).next - n)).toEqual([1, 2, 4, 8])
  expect(after(looks)).toMatchObject({ state: "unreachable", since: at(1), failures: 4 })
  expect(after(Array.from({ length: 30 }, (): [number, Seen] => [0, ILL])).next).toBe(7 * 24)
  expect(after([[0, { seen: "ill", wait: 6 * 3_600 }]]).next).toBe(6)
  expect(after([[0, { seen: "ill", wait: 1e9 }]]).next).toBe(30 * 24)
  expect(after([...looks, [9, OK]])).toMatchObject({ state: "ok", failures: 0, since: at(9) })
})

test("an answer says one thing of a page", () => {
  const rows: [number, string | null, Seen][] = [
    [200, null, OK],
    [204, null, OK],
    [200, "https://b.example/", { seen: "moved", to: "https://b.example/" }],
    ...[404, 410].map((status): [number, null, Seen] => [status, null, GONE]),
    [404, "https://b.example/", GONE],
    ...[401, 403, 405, 407, 418, 451, 300, 304].map((status): [number, null, Seen] => [status, null, BLOCKED]),
  ]
  for (const [status, lasting, seen] of rows) expect(seenIn(status, lasting), String(status)).toEqual(seen)
  for (const status of [408, 425, 429, 500, 502, 503, 504, 599])
    expect(seenIn(status, null, 60), String(status)).toEqual({ seen: "ill", wait: 60 })
})

test("a site is left in peace after a look, longer when it asks for it, and longer and longer when it is ill", () => {
  expect(pauseAfter(OK, 0, 0)).toBe(10)
  expect(pauseAfter(OK, 0, 30)).toBe(30)
  expect(pauseAfter(OK, 0, 1e6)).toBe(120)
  expect([0, 1, 2, 20].map((failures) => pauseAfter(ILL, failures, 0))).toEqual([60, 120, 240, 21_600])
  expect(pauseAfter({ seen: "ill", wait: 1_800 }, 0, 0)).toBe(1_800)
})

test("Retry-After is read in both its forms (RFC 9110, 10.2.3)", () => {
  const now = new Date("2026-03-01T12:00:00Z")
  expect(waitOf("120", now)).toBe(120)
  expect(waitOf("Sun, 01 Mar 2026 12:10:00 GMT", now)).toBe(600)
  expect(waitOf("Sun, 01 Mar 2026 11:00:00 GMT", now)).toBe(0)
  for (const nonsense of [null, "", "soon", "-5", "1e9", "12:00"]) expect(waitOf(nonsense, now)).toBeUndefined()
})

test("links before readers are looked at daily, others weekly, and what is in doubt when it is due", () => {
  const page = (given: Partial<Standing> & { hours: number }) => ({
    ...NEW,
    state: "ok" as const,
    checkedAt: at(-given.hours),
    ...given,
  })
  expect(isWanted(page({ hours: 24 }), true, at(0))).toBe(true)
  expect(isWanted(page({ hours: 24 }), false, at(0))).toBe(false)
  expect(isWanted(page({ hours: 168 }), false, at(0))).toBe(true)
  expect(isWanted(page({ hours: 24, goneSeenAt: at(-24) }), false, at(0))).toBe(true)
  expect(isWanted(page({ hours: 24, state: "gone", goneSeenAt: at(-48) }), false, at(0))).toBe(false)
  expect(isWanted(page({ hours: 2, state: "unreachable", failures: 2 }), false, at(0))).toBe(true)
  expect(isWanted({ ...NEW, checkedAt: null }, false, at(0))).toBe(true)
})
