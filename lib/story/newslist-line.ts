import { brieflyOf, dueBriefly, momentOf } from "../dates"
import type { Change, Language, Status } from "./story"

// What the newslist's screen needs of a story, and no more: every browser at the desk fetches and runs this before the list can be used.

/** A line of the newslist. */
export type NewslistItem = {
  id: string
  revision: number
  status: Status
  headline: string
  section: string
  language: Language
  byline: string
  changedAt: Date
  publishAt: Date | null
  /** of a scheduled change: what it will be */
  changeAs: Change | null
  embargoUntil: Date | null
  withdrawAt: Date | null
  firstPublishedAt: Date | null
  /** do readers see it? */
  live: boolean
  /** is there anything in the draft that readers do not see yet? */
  unpublished: boolean
  words: number
  /** who has it open now, by name */
  openBy: string[]
  /** who wrote last */
  lastBy: string
  /** its moments in words, where the server said them: a browser’s first formatter of dates holds its page up for long */
  brief?: Brief
}

type Brief = { changed: string; due: { at: number; words: string } | null }

/** A line with its moments in words, as they are told on this day. */
export function withBrief(item: NewslistItem, now: Date): NewslistItem & { brief: Brief } {
  const due = dueOf(item, now)
  return {
    ...item,
    brief: {
      changed: brieflyOf(item.changedAt, now),
      due: due && { at: due.at.getTime(), words: dueBriefly(due.at, now) },
    },
  }
}

type Planned = Pick<NewslistItem, "status" | "publishAt" | "changeAs" | "embargoUntil" | "withdrawAt">

/** The next thing that is to happen to a story, and when; null where nothing is planned. An embargo that has ended is none. */
export function dueOf(item: Planned, now: Date): { what: string; at: Date } | null {
  const { status, publishAt, changeAs, embargoUntil, withdrawAt } = item
  const clock = status === "scheduled" || status === "published"
  const inside = status === "draft" || status === "filed" || status === "scheduled"
  const all = [
    { what: changeAs ? "Change" : "Publish", at: clock ? publishAt : null },
    { what: "Embargo ends", at: inside && embargoUntil && embargoUntil > now ? embargoUntil : null },
    { what: "Withdraw", at: status === "withdrawn" || status === "spiked" ? null : withdrawAt },
  ]
  const planned = all.flatMap(({ what, at }) => (at ? [{ what, at }] : []))
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null
}

/** What stands beside the status: what readers do not have yet, and what is planned. */
export function notesOf(item: Planned & Pick<NewslistItem, "unpublished">, now: Date): string[] {
  const { status, embargoUntil, withdrawAt } = item
  const gone = status === "withdrawn" || status === "spiked"
  const embargoed = !gone && status !== "published" && embargoUntil !== null && embargoUntil > now
  return [
    ...(item.unpublished ? ["Unpublished changes"] : []),
    ...(embargoed ? [`Embargo until ${momentOf(embargoUntil)}`] : []),
    ...(withdrawAt && !gone ? [`Withdrawal on ${momentOf(withdrawAt)}`] : []),
  ]
}

/** What of a story can be shown besides its status and headline, in this order. */
export const COLUMNS = {
  section: "Section",
  byline: "Byline",
  who: "Who",
  words: "Words",
  due: "Due",
  changed: "Changed",
} as const
export type Column = keyof typeof COLUMNS
const COLUMN_NAMES = Object.keys(COLUMNS) as Column[]

/** What everybody begins with. */
export const FIRST_COLUMNS: readonly Column[] = ["section", "who", "words", "due", "changed"]

/** The columns of these that there are, in their order. */
export const readColumns = (chosen: readonly string[]): Column[] =>
  COLUMN_NAMES.filter((column) => chosen.includes(column))
