/** What may be wrong with how stories lead to each other, in the order in which it is told. */
export const GAPS = ["orphans", "dead-ends", "overused", "stale"] as const
export type Gap = (typeof GAPS)[number]

export const NAMES: Record<Gap, string> = {
  orphans: "Nothing leads there",
  "dead-ends": "Lead nowhere",
  overused: "Led to most",
  stale: "Old, and still led to",
}

/** A story that is looked at, and what would mend it. */
export type GapLine = {
  story: string
  headline: string
  section: string
  publishedAt: Date
  /** of those that are led to: how many live stories do */
  from: number
  /** the story that the repair is about, and why it: of an orphan the one that could lead there, of others where to lead instead */
  with: { story: string; headline: string; reasons: string[] } | null
}

/** So many of the latest live stories are looked at: what is older is led to by search. */
export const LATEST = 20_000
/** A story that so many live ones lead to is one of those that most lead to. */
export const OFTEN = 10
/** Old is what readers have had for so many days with no change; led to now is what stories of so many days lead to. */
export const OLD_DAYS = 365
export const NOW_DAYS = 90
/** So many lines a list has. */
export const MOST = 25
