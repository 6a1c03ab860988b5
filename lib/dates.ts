import { paper } from "./paper"

/** Made when first asked for: each is milliseconds of a browser's main thread, and no screen needs all of them. */
function format(options: Intl.DateTimeFormatOptions) {
  let made: Intl.DateTimeFormat | undefined
  return () => {
    made ??= new Intl.DateTimeFormat("en-GB", { timeZone: paper.timeZone, ...options })
    return made
  }
}

const DAY = format({ day: "numeric", month: "long", year: "numeric" })
const LONG_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" })
const MONTH = format({ month: "long", year: "numeric" })
const TIME = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
const WALL_DAY = format({ day: "2-digit", month: "2-digit", year: "numeric" })
const ZONE = format({ timeZoneName: "short" })
const BRIEFLY = format({
  ...({ day: "numeric", month: "short", year: "numeric" } as const),
  ...({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const),
})

/** 24 November 2026 */
export const dayOf = (at: Date) => DAY().format(at)

/** Tuesday 24 November 2026 */
export const longDayOf = (at: Date) => LONG_DAY().format(at).replace(",", "")

/** November 2026 */
export const monthOf = (at: Date) => MONTH().format(at)

/** As briefly as a list can say it: 14:05 on the list's own day, else 24 Nov, and the year where it is another. */
export function brieflyOf(at: Date, day: Date) {
  const [is, here] = [brief(at), brief(day)]
  if (is.date === here.date && is.year === here.year) return is.time
  return is.year === here.year ? is.date : `${is.date} ${is.year}`
}

/** 14:05 on the list's own day, else 24 Nov, 14:05: for a list of what is due. */
export function dueBriefly(at: Date, day: Date) {
  const words = brieflyOf(at, day)
  return words === brief(at).time ? words : `${words}, ${brief(at).time}`
}

/** All that a list says of a moment, by one formatter: a newslist has a hundred of them. */
function brief(at: Date) {
  const parts = Object.fromEntries(
    BRIEFLY()
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return { date: `${parts.day} ${parts.month}`, year: parts.year, time: `${parts.hour}:${parts.minute}` }
}

/** 14:05 */
const timeOf = (at: Date) => TIME().format(at)

/** 24 November 2026, 14:05 CET */
export const momentOf = (at: Date) => `${dayOf(at)}, ${timeOf(at)} ${zoneOf(at)}`

/** 24 November 2026, 14:05 to 15:20 CET; on two days both are named. */
export function spanOf(from: Date, to: Date) {
  if (dayOf(from) !== dayOf(to)) return `${momentOf(from)} to ${momentOf(to)}`
  return timeOf(from) === timeOf(to) ? momentOf(to) : `${dayOf(to)}, ${timeOf(from)} to ${timeOf(to)} ${zoneOf(to)}`
}

/** 2026-11-24T13:05:09Z: to the second, so that page, feeds and sitemaps say the same (RFC 3339). */
export const stampOf = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** Tue, 24 Nov 2026 13:05:09 GMT, as RSS and HTTP write it (RFC 822, RFC 9110). */
export const feedDateOf = (at: Date) => at.toUTCString()

/** CET: the name of the paper's zone at that moment. */
export const zoneOf = (at: Date) => partOf(at, "timeZoneName", ZONE())

/** 2026-11-24T14:05: what the clock on the paper's wall shows, as a form's field for date and time has it. */
export function wallOf(at: Date): string {
  const [day, month, year = ""] = WALL_DAY().format(at).split("/")
  return `${year.padStart(4, "0")}-${month}-${day}T${timeOf(at)}`
}

/** The moment at which the paper's wall shows this; null where these words are no date and time. In the hour that a spring night lacks, the clock has gone on. */
export function atWall(words: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(words)) return null
  const asUtc = new Date(`${words}Z`)
  if (Number.isNaN(asUtc.getTime())) return null
  // Of a year of five digits this is no number.
  const ahead = (at: Date) => new Date(`${wallOf(at)}Z`).getTime() - at.getTime()
  const guess = new Date(asUtc.getTime() - ahead(asUtc))
  if (Number.isNaN(guess.getTime())) return null
  const at = new Date(asUtc.getTime() - ahead(guess))
  return Number.isNaN(at.getTime()) ? null : at
}

/** 2026: the year in which the paper's clock saw it. */
export const yearOf = (at: Date) => Number(partOf(at, "year", DAY()))

function partOf(at: Date, type: Intl.DateTimeFormatPartTypes, formatter: Intl.DateTimeFormat) {
  return formatter.formatToParts(at).find((part) => part.type === type)?.value ?? ""
}
