import { paper } from "../paper"

/** From this moment until that one, which is no longer part of it. */
export type Range = { from: Date; to: Date }

/** A day of the paper's clock by its numbers (month 1 to 12). */
export type Day = { year: number; month: number; day: number }

export const rangeOfDay = ({ year, month, day }: Day): Range => between([year, month, day], [year, month, day + 1])
export const rangeOfMonth = (year: number, month: number): Range => between([year, month, 1], [year, month + 1, 1])
export const rangeOfYear = (year: number): Range => between([year, 1, 1], [year + 1, 1, 1])

export const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The numbers in an address of the archive (2026, 11, 04), or null where they name no year, month or day that there is. */
export function readYear(year: string): number | null {
  return /^[1-9]\d{3}$/.test(year) ? Number(year) : null
}

export function readMonth(year: string, month: string) {
  const found = readYear(year)
  return found && /^(0[1-9]|1[0-2])$/.test(month) ? { year: found, month: Number(month) } : null
}

export function readDay(year: string, month: string, day: string): Day | null {
  const found = readMonth(year, month)
  if (!found || !/^\d{2}$/.test(day)) return null
  const number = Number(day)
  return number >= 1 && number <= daysIn(found.year, found.month) ? { ...found, day: number } : null
}

/** The day on the paper's clock at this moment. */
export function dayAt(at: Date): Day {
  const [year = 0, month = 0, day = 0] = wallClock(at)
  return { year, month, day }
}

/** The months of a year by their numbers. */
export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1)

const two = (number: number) => String(number).padStart(2, "0")
export const yearAddress = (year: number) => `/archive/${year}`
export const monthAddress = (year: number, month: number) => `${yearAddress(year)}/${two(month)}`
export const dayAddress = ({ year, month, day }: Day) => `${monthAddress(year, month)}/${two(day)}`

type Numbers = [year: number, month: number, day: number]

const between = (from: Numbers, to: Numbers): Range => ({ from: beginningOf(from), to: beginningOf(to) })

/**
 * The first moment of a day on the paper's clock. Summer time makes days of 23 and 25 hours, and in some places takes midnight
 * itself away: so the day's own midnight of UTC is moved by both offsets that may hold around it, and the first moment that is
 * of that day is taken.
 */
function beginningOf([year, month, day]: Numbers): Date {
  const midnight = Date.UTC(year, month - 1, day)
  const number = (at: number) => Math.floor((at + offsetAt(at)) / DAY)
  const tried = [midnight - DAY, midnight + DAY].map((near) => midnight - offsetAt(near))
  const begins = tried.filter((at) => number(at) === midnight / DAY).sort((a, b) => a - b)
  return new Date(begins[0] ?? midnight)
}

const DAY = 24 * 60 * 60 * 1_000

/** How far the paper's clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = wallClock(new Date(at))
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: paper.timeZone,
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  hourCycle: "h23",
})

/** Year, month, day, hour, minute, second. */
function wallClock(at: Date): number[] {
  const parts = CLOCK.formatToParts(at)
  return ["year", "month", "day", "hour", "minute", "second"].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  )
}
