import type { Arrangement, Slot } from "./arrangement"

// What is in force when: the same rule that the readers' query has in SQL (find.server.ts), over rows at hand.

const later = (a: Arrangement, b: Arrangement) => b.from.getTime() - a.from.getTime() || b.number - a.number

/** Arrangements that nobody has cancelled, the latest to take effect first. */
export function standing(rows: readonly Arrangement[]): Arrangement[] {
  const cancelled = ({ from, number }: Arrangement) =>
    rows.some((row) => row.kind === "cancel" && row.number > number && row.from.getTime() === from.getTime())
  return rows.filter((row) => row.kind !== "cancel" && !cancelled(row)).sort(later)
}

/** What readers see at a moment; null: nothing was arranged by then. */
export const inForceAt = (rows: readonly Arrangement[], at: Date): Arrangement | null =>
  standing(rows).find(({ from }) => from <= at) ?? null

/** What waits for its time at a moment, the next first; of several for the same moment the last. */
export function comingAt(rows: readonly Arrangement[], at: Date): Arrangement[] {
  const waiting = standing(rows).filter(({ from }) => from > at)
  const firsts = waiting.filter(
    ({ from }, index) => waiting.findIndex((other) => other.from.getTime() === from.getTime()) === index,
  )
  return firsts.reverse()
}

/** What a change replaced: what would have stood at its moment without it, as far as was known when it was made. */
export const replacedBy = (rows: readonly Arrangement[], change: Arrangement): Arrangement | null =>
  inForceAt(
    rows.filter(({ number }) => number < change.number),
    change.from,
  )

export type Undoing = { cancel: Date } | { putBack: number; slots: Slot[]; from: Date | null }

/** What takes back the last change; null where there is none. A moment of null is "now". */
export function undoing(rows: readonly Arrangement[], at: Date): Undoing | null {
  const [last] = rows.toSorted((a, b) => b.number - a.number)
  if (!last) return null
  if (last.from > at) return undoWaiting(rows, last)
  const present = inForceAt(rows, at)
  if (!present) return null
  const before = inForceAt(
    rows.filter(({ number }) => number !== present.number),
    present.from,
  )
  return { putBack: before?.number ?? 0, slots: before?.slots ?? [], from: null }
}

/** For a moment that is still to come: what was to happen then before the last change. */
function undoWaiting(rows: readonly Arrangement[], last: Arrangement): Undoing {
  const before = standing(rows.filter(({ number }) => number !== last.number)).find(
    ({ from }) => from.getTime() === last.from.getTime(),
  )
  return before ? { putBack: before.number, slots: before.slots, from: last.from } : { cancel: last.from }
}
