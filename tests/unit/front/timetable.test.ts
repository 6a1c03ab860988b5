import { expect, test } from "@playwright/test"
import fc from "fast-check"
import type { Arrangement, Slot } from "@/lib/front/arrangement"
import { changeInWords, differences } from "@/lib/front/changes"
import { comingAt, inForceAt, undoing } from "@/lib/front/timetable"

const hour = (hours: number) => new Date(Date.UTC(2026, 10, 24, hours))
const uuid = (id: number) => `0b5cf5c6-6b1f-4a52-9f43-${String(id).padStart(12, "0")}`
const slot = (id: number, given: Partial<Slot> = {}): Slot => ({
  ...{ story: uuid(id), size: "plain", kicker: "", headline: "", picture: "own", until: null },
  ...given,
})
const row = (number: number, from: number, made: number, given: Partial<Arrangement> = {}): Arrangement => ({
  ...{ number, kind: "arrange", of: null, from: hour(from), madeAt: hour(made), slots: [slot(number)] },
  by: { id: uuid(0), name: "Ben" },
  ...given,
})
const cancelled = (number: number, from: number, made: number) => row(number, from, made, { kind: "cancel", slots: [] })
const numberAt = (rows: Arrangement[], at: number) => inForceAt(rows, hour(at))?.number ?? 0

test("an arrangement is in force from its moment on, until one with a later moment is; of two for one moment the last", () => {
  const rows = [row(1, 8, 8), row(2, 12, 8), row(3, 10, 10), row(4, 12, 11)]
  expect([7, 8, 9, 10, 11, 12, 13].map((at) => numberAt(rows, at))).toEqual([0, 1, 1, 3, 3, 4, 4])
  expect(comingAt(rows, hour(11)).map(({ number }) => number)).toEqual([4])
  expect(comingAt(rows, hour(9)).map(({ number }) => number)).toEqual([3, 4])
})

test("what is cancelled never takes effect, and its moment is free for another", () => {
  const rows = [row(1, 8, 8), row(2, 12, 9), cancelled(3, 12, 10)]
  expect(numberAt(rows, 13)).toBe(1)
  expect(comingAt(rows, hour(11))).toEqual([])
  expect(numberAt([...rows, row(4, 12, 11)], 13)).toBe(4)
})

test("undo puts back what was in force, cancels what waits, and brings back what was cancelled", () => {
  expect(undoing([], hour(9))).toBeNull()
  expect(undoing([row(1, 8, 8)], hour(9))).toEqual({ putBack: 0, slots: [], from: null })
  expect(undoing([row(1, 8, 8), row(2, 9, 9)], hour(10))).toMatchObject({ putBack: 1, slots: [slot(1)], from: null })
  const waiting = [row(1, 8, 8), row(2, 12, 9)]
  expect(undoing(waiting, hour(10))).toEqual({ cancel: hour(12) })
  expect(undoing([...waiting, row(3, 12, 9)], hour(10))).toMatchObject({ putBack: 2, from: hour(12) })
  expect(undoing([...waiting, cancelled(3, 12, 9)], hour(10))).toMatchObject({ putBack: 2, from: hour(12) })
  // When its moment has come by itself, it is what readers see that is taken back.
  expect(undoing([row(1, 8, 8), row(2, 12, 9), row(3, 10, 10)], hour(13))).toMatchObject({ putBack: 3 })
})

test("undoing twice is as if nothing had been undone", () => {
  const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(changes, (drawn) => {
      // Each change is made at its own hour, for that hour or for one to come; each is looked at an hour after the last.
      const rows = drawn.map(([ahead, cancels], at) =>
        cancels && ahead ? cancelled(at + 1, at + ahead, at) : row(at + 1, at + ahead, at),
      )
      const now = hour(drawn.length)
      const step = (before: Arrangement[]): Arrangement[] => {
        const back = undoing(before, now)
        const number = before.length + 1
        if (!back) return before
        if ("cancel" in back) return [...before, row(number, 0, 0, { kind: "cancel", slots: [], from: back.cancel })]
        const again = { kind: "put back" as const, of: back.putBack, slots: back.slots, from: back.from ?? now }
        return [...before, row(number, 0, 0, again)]
      }
      const slotsAt = (some: Arrangement[], at: number) => inForceAt(some, hour(at))?.slots ?? []
      const twice = step(step(rows))
      for (const at of [drawn.length, drawn.length + 1, drawn.length + 7])
        expect(slotsAt(twice, at)).toEqual(slotsAt(rows, at))
    }),
  )
})

const named = (story: string) => `S${Number(story.slice(-4))}`

test("a change is told in words: what came, went, moved and was dressed otherwise", () => {
  const said = (before: Slot[], after: Slot[]) => differences(before, after, named)
  expect(said([], [slot(1, { size: "lead" })])).toEqual(["gave “S1” a slot as lead"])
  expect(said([slot(1), slot(2)], [slot(2)])).toEqual(["took “S1” away"])
  expect(said([slot(1), slot(2), slot(3)], [slot(3), slot(1), slot(2)])).toEqual(["moved “S3”"])
  expect(said([slot(1)], [slot(1, { size: "feature", headline: "X", until: hour(13).toISOString() })])).toEqual([
    "made “S1” a feature",
    "headed “S1” “X”",
    "pinned “S1” until 24 November 2026, 14:00 CET",
  ])
  const rows = [row(1, 8, 8), row(2, 12, 9, { slots: [slot(1), slot(2)] }), cancelled(3, 12, 10)]
  const told = rows.map((one) => changeInWords(rows, one, named))
  expect(told).toEqual([
    "gave “S1” a slot as plain",
    "for 24 November 2026, 13:00 CET: gave “S2” a slot as plain",
    "cancelled what was to take effect on 24 November 2026, 13:00 CET",
  ])
})

test("no difference is told of what is the same, and every change of order moves as few slots as it can", () => {
  const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8])
  fc.assert(
    fc.property(orders, orders, (before, after) => {
      const said = differences(
        before.map((id) => slot(id)),
        after.map((id) => slot(id)),
        named,
      )
      if (before.join() === after.join()) expect(said).toEqual([])
      const kept = after.filter((id) => before.includes(id))
      const still = kept.filter((id) => !said.includes(`moved “S${id}”`))
      expect(still).toEqual(before.filter((id) => still.includes(id)))
    }),
  )
})
