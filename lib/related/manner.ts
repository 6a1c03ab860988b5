import { dayOf, momentOf } from "../dates"
import type { RelatedItem } from "../story/story"
import { isVisible } from "../text"

/** What an editor says of an item beside what it is. */
export type Manner = Omit<RelatedItem, "story" | "link">

/** So many items "Related news" holds at most. */
export const MOST_RELATED = 5

const DAY = 86_400_000

/** Pinned ones first; within both the list's own order. */
export const inReadersOrder = <I extends Manner>(items: readonly I[]): I[] => [
  ...items.filter(({ pinned }) => pinned),
  ...items.filter(({ pinned }) => !pinned),
]

/** May readers have it at this moment, as far as its editor says? */
export const isShownAt = ({ hidden, from, until }: Manner, now: Date) =>
  !hidden && (!from || new Date(from) <= now) && (!until || now < new Date(until))

/** Every moment at which an item comes or goes. */
export const momentsOf = (items: readonly Manner[]): Date[] =>
  items.flatMap(({ from, until }) => [from, until].flatMap((moment) => (moment ? new Date(moment) : [])))

/** Stands there for all readers and for good: others may be told that the story leads to it. */
export const isOpen = ({ hidden, from, until }: Manner) => !hidden && !from && !until

/** What is said of an item, and nothing of what is left open. */
export const mannerOf = ({ reason, headlineForReaders, from, until, pinned, hidden }: Manner): Manner => ({
  ...(reason && { reason }),
  ...(headlineForReaders && isVisible(headlineForReaders) && { headlineForReaders }),
  ...(from && { from }),
  ...(until && { until }),
  ...(pinned && { pinned }),
  ...(hidden && { hidden }),
})

/** The same item with other things said of it. */
export const withManner = (item: RelatedItem, given: Manner): RelatedItem => ({
  ...("story" in item ? { story: item.story } : { link: item.link }),
  ...mannerOf({ ...item, ...given }),
})

/** What is said of an item beside its reason, in the desk's words, whatever time it is. */
export const wordsOfManner = ({ headlineForReaders, from, until, pinned, hidden }: Manner): string[] => [
  ...(pinned ? ["Pinned"] : []),
  ...(hidden ? ["Hidden from readers"] : []),
  ...(from ? [`From ${momentOf(new Date(from))}`] : []),
  ...(until ? [`Until ${momentOf(new Date(until))}`] : []),
  ...(headlineForReaders ? [`Headline for readers: ${headlineForReaders}`] : []),
]

/** What readers see of an item by its from and until, in the desk's words: at this moment they have it, not yet, or no more. */
export function standingOf({ from, until }: Manner, now: Date): { words: string; shown: boolean } | null {
  const [begins, ends] = [from && new Date(from), until && new Date(until)]
  if (ends && ends <= now) return { words: `Ended ${when(ends, now)}: readers do not see it any more.`, shown: false }
  const rest = ends ? `, until ${when(ends, now)}` : ""
  if (begins && now < begins)
    return { words: `From ${when(begins, now)}${rest}: readers do not see it yet.`, shown: false }
  if (ends) return { words: `Until ${when(ends, now)}`, shown: true }
  return begins ? { words: `Since ${when(begins, now)}`, shown: true } : null
}

const NEAR = [
  [-1, "yesterday, "],
  [0, "today, "],
  [1, "tomorrow, "],
] as const

function when(at: Date, now: Date) {
  const near = NEAR.find(([days]) => dayOf(new Date(now.getTime() + days * DAY)) === dayOf(at))
  return `${near?.[1] ?? ""}${momentOf(at)}`
}
