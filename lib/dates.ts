import { paper } from "./paper"

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: paper.timeZone, ...options })

const DAY = format({ day: "numeric", month: "long", year: "numeric" })
const LONG_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" })
const MONTH = format({ month: "long", year: "numeric" })
const SHORT_DAY = format({ day: "numeric", month: "short" })
const TIME = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
const ZONE = format({ timeZoneName: "short" })

/** 24 November 2026 */
export const dayOf = (at: Date) => DAY.format(at)

/** Tuesday 24 November 2026 */
export const longDayOf = (at: Date) => LONG_DAY.format(at).replace(",", "")

/** November 2026 */
export const monthOf = (at: Date) => MONTH.format(at)

/** As briefly as a list can say it: 14:05 on the list's own day, else 24 Nov, and the year where it is another. */
export function brieflyOf(at: Date, day: Date) {
  if (dayOf(at) === dayOf(day)) return timeOf(at)
  return yearOf(at) === yearOf(day) ? SHORT_DAY.format(at) : `${SHORT_DAY.format(at)} ${yearOf(at)}`
}

/** 14:05 */
const timeOf = (at: Date) => TIME.format(at)

/** 24 November 2026, 14:05 CET */
export const momentOf = (at: Date) => `${dayOf(at)}, ${timeOf(at)} ${zoneOf(at)}`

/** 2026-11-24T13:05:09Z: to the second, so that page, feeds and sitemaps say the same (RFC 3339). */
export const stampOf = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** The first whole second that is not before: for moments at which something is sure to have happened. */
export const nextStampOf = (at: Date) => stampOf(new Date(Math.ceil(at.getTime() / 1_000) * 1_000))

/** Tue, 24 Nov 2026 13:05:09 GMT, as RSS and HTTP write it (RFC 822, RFC 9110). */
export const feedDateOf = (at: Date) => at.toUTCString()

const yearOf = (at: Date) => partOf(at, "year", DAY)
const zoneOf = (at: Date) => partOf(at, "timeZoneName", ZONE)

function partOf(at: Date, type: Intl.DateTimeFormatPartTypes, formatter: Intl.DateTimeFormat) {
  return formatter.formatToParts(at).find((part) => part.type === type)?.value ?? ""
}
