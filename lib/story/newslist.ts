import { z } from "zod"
import { atWall, wallOf } from "../dates"
import { keepable } from "../text"
import { CHANGES, STATUSES, type Status, slugShape } from "./story"

/** What a story may be waiting for, or has that readers do not: "today" and "week" are of the paper's clock. */
export const DUES = ["today", "week", "planned", "embargo", "withdrawal", "changes"] as const
export type Due = (typeof DUES)[number]

/** `who` is "me", or words of the name of somebody who works on it. */
export type NewslistFilter = {
  status?: Status
  section?: string
  q?: string
  who?: string
  due?: Due
  cursor?: string
}

type Asked = Record<string, string | string[] | undefined>

/** What is too long for the field is cut to its length: a list that leaves words out in silence would show everything. */
const words = z
  .string()
  .catch("")
  .transform((given) => given.slice(0, 200))

/** The filter that an address asks for; what is none is left out. */
export function readNewslistFilter(asked: Asked): NewslistFilter {
  const status = z.enum(STATUSES).safeParse(asked.status).data
  const section = slugShape.safeParse(asked.section).data
  const q = keepable(words.parse(asked.q)).trim()
  const who = keepable(words.parse(asked.who)).trim()
  const due = z.enum(DUES).safeParse(asked.due).data
  const cursor = z.string().max(100).safeParse(asked.cursor).data
  const chosen = { ...(status && { status }), ...(section && { section }), ...(due && { due }) }
  return { ...(q && { q }), ...chosen, ...(who && { who }), ...(cursor && { cursor }) }
}

/** What a filter is in an address, behind the question mark; empty: everything. */
export const newslistQuery = (filter: NewslistFilter): string =>
  String(new URLSearchParams(Object.entries(filter).filter(([, value]) => value)))

/** The newslist's address with this filter. */
export function newslistAddress(filter: NewslistFilter): string {
  const query = newslistQuery(filter)
  return query ? `/newsroom?${query}` : "/newsroom"
}

/** Is the list narrowed by anything? */
export const isNarrowed = ({ cursor: _, ...filter }: NewslistFilter) => Object.keys(filter).length > 0

/** As JSON brings it. */
export const itemShape = z.object({
  id: z.string(),
  revision: z.number(),
  status: z.enum(STATUSES),
  headline: z.string(),
  section: z.string(),
  language: z.enum(["en", "nl", "fr", "de"]),
  byline: z.string(),
  changedAt: z.coerce.date(),
  publishAt: z.coerce.date().nullable(),
  changeAs: z.enum(CHANGES).nullable(),
  embargoUntil: z.coerce.date().nullable(),
  withdrawAt: z.coerce.date().nullable(),
  firstPublishedAt: z.coerce.date().nullable(),
  live: z.boolean(),
  unpublished: z.boolean(),
  words: z.number(),
  openBy: z.array(z.string()),
  lastBy: z.string(),
})

/** Before when something has to be due to fit: the end of today on the paper's clock, or a week from now. Null: whenever. */
export function dueBefore(due: Due, now: Date): Date | null {
  if (due === "week") return new Date(now.getTime() + 7 * 86_400_000)
  if (due !== "today") return null
  const lastMinute = atWall(`${wallOf(now).slice(0, 10)}T23:59`) ?? now
  return new Date(lastMinute.getTime() + 60_000)
}
