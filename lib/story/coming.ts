import { wallOf } from "../dates"
import type { Change } from "./story"

/** What is to happen: to a story, or to an arranged page. */
export type ComingWhat = "publish" | Change | "withdraw" | "embargo" | "arrangement" | "rights"

export type ComingLine = {
  what: ComingWhat
  at: Date
  /** where the newsroom looks at it */
  address: string
  /** the story's headline, the page's name, or what the picture is called */
  headline: string
  language: string
}

export const COMING: Record<ComingWhat, string> = {
  publish: "Publish",
  minor: "Minor change",
  update: "Update",
  correct: "Correction",
  withdraw: "Withdraw",
  embargo: "Embargo ends",
  arrangement: "New arrangement",
  rights: "Picture's rights end",
}

/** 2026-11-24: the day on the paper's clock. */
export const dayKey = (at: Date) => wallOf(at).slice(0, 10)

/** 14:05 on the paper's clock. */
export const hourOf = (at: Date) => wallOf(at).slice(11)

const DAY = 24 * 60 * 60 * 1_000
const asKey = (utc: number) => new Date(utc).toISOString().slice(0, 10)

/** The weeks of a month ("2026-11"), Monday first, as days: whole weeks, so that days of its neighbours fill the first and the last. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY
  const weeks: string[][] = []
  for (let at = start; at === start || asKey(at).slice(0, 7) === month; at += 7 * DAY)
    weeks.push(Array.from({ length: 7 }, (_, day) => asKey(at + day * DAY)))
  return weeks
}

/** The month before or after: "2026-12" by 1 is "2027-01". */
export function monthBy(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split("-").map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export const isMonth = (words: unknown): words is string =>
  typeof words === "string" && /^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$/.test(words)

/** Lines by their day on the paper's clock, days in order. */
export function byDay<L extends { at: Date }>(lines: readonly L[]): [string, L[]][] {
  const days = new Map<string, L[]>()
  for (const line of lines) days.set(dayKey(line.at), [...(days.get(dayKey(line.at)) ?? []), line])
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}
