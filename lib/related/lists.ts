import { isSame } from "../story/same"
import type { RelatedItem } from "../story/story"

/** What an item leads to: a story of the paper, or an outside link by its id. */
export type Target = { story: string } | { link: string }

/** So many items a story's list holds. */
const MOST_ITEMS = 100

/** What becomes of a list: another one, nothing for a reason, or nothing because all of it is so already. */
export type Made = { after: RelatedItem[] } | { refused: string } | { same: true }

export type Place = "first" | "last"

export const keyOf = (target: Target) => ("story" in target ? `story ${target.story}` : `link ${target.link}`)

export const targetOf = (item: Target): Target => ("story" in item ? { story: item.story } : { link: item.link })

/** Of the same thing twice the first; never the story itself. */
function fitFor(storyId: string, items: readonly RelatedItem[]): RelatedItem[] {
  const seen = new Set([keyOf({ story: storyId })])
  return items.filter((item) => {
    const isNew = !seen.has(keyOf(item))
    seen.add(keyOf(item))
    return isNew
  })
}

/**
 * Puts a set into a story's list: what it has already stays where it is, what is pinned stays before what is not, and the rest goes behind the
 * pinned ones or to the end.
 */
export function putIn(
  storyId: string,
  list: readonly RelatedItem[],
  items: readonly RelatedItem[],
  place: Place,
): Made {
  const had = new Set(list.map(keyOf))
  const fresh = fitFor(storyId, items).filter((item) => !had.has(keyOf(item)))
  if (fresh.length === 0) return { same: true }
  const count = list.length + fresh.length
  if (count > MOST_ITEMS)
    return { refused: `Its list would hold ${count} items, and ${MOST_ITEMS} is the most. Take some out of it first.` }
  const pinned = list.findLastIndex((item) => item.pinned) + 1
  const [before, behind] = [fresh.filter((item) => item.pinned), fresh.filter((item) => !item.pinned)]
  const rest = list.slice(pinned)
  return {
    after: [...list.slice(0, pinned), ...before, ...(place === "first" ? [...behind, ...rest] : [...rest, ...behind])],
  }
}

/**
 * Puts `into` where `out` stands, or takes `out` away. What was said of the place stays: reason, from and until, pinned, hidden. The other
 * headline goes, for those are words for what stood there.
 */
export function replaced(storyId: string, list: readonly RelatedItem[], out: Target, into: Target | null): Made {
  const at = list.findIndex((item) => keyOf(item) === keyOf(out))
  const was = list[at]
  if (!was || (into && keyOf(into) === keyOf(out))) return { same: true }
  if (into && keyOf(into) === keyOf({ story: storyId }))
    return { refused: "This is the story that would come in, and no story leads to itself." }
  const others = list.filter((item) => keyOf(item) !== keyOf(out))
  if (!into || others.some((item) => keyOf(item) === keyOf(into))) return { after: others }
  const { headlineForReaders: _, ...manner } = mannerOf(was)
  return { after: others.toSpliced(at, 0, { ...into, ...manner }) }
}

function mannerOf(item: RelatedItem) {
  const { story: _, link: __, ...manner } = { story: "", link: "", ...item }
  return manner
}

/** Puts back what was there before a change, where the list is still as that left it. */
export function undone(list: readonly RelatedItem[], change: Pick<Lists, "before" | "after">): Made {
  if (!isSame(list, change.after))
    return { refused: "Somebody changed its related news since: look at what is there now." }
  return isSame(list, change.before) ? { same: true } : { after: [...change.before] }
}

type Lists = { before: readonly RelatedItem[]; after: readonly RelatedItem[] }

/** What makes one list of another: what came, what went, of what something else is said, and whether the rest is in another order. */
export function differenceOf(before: readonly RelatedItem[], after: readonly RelatedItem[]) {
  const [was, is] = [byKey(before), byKey(after)]
  const stayed = (list: readonly RelatedItem[], other: ReadonlyMap<string, RelatedItem>) =>
    list.map(keyOf).filter((key) => other.has(key))
  return {
    put: after.filter((item) => !was.has(keyOf(item))).map(targetOf),
    out: before.filter((item) => !is.has(keyOf(item))).map(targetOf),
    said: after.filter((item) => was.has(keyOf(item)) && !isSame(was.get(keyOf(item)), item)).map(targetOf),
    moved: !isSame(stayed(before, is), stayed(after, was)),
  }
}

const byKey = (list: readonly RelatedItem[]) => new Map(list.map((item) => [keyOf(item), item]))

/** The difference in a sentence or two. @param nameOf what an item is called */
export function sayDifference(
  { put, out, said, moved }: ReturnType<typeof differenceOf>,
  nameOf: (t: Target) => string,
) {
  const names = (targets: readonly Target[]) => {
    const first = targets.slice(0, 3).map((target) => `“${nameOf(target)}”`)
    const more = targets.length - first.length
    return [...first, ...(more ? [`${more} more`] : [])].join(", ")
  }
  return [
    ...(put.length ? [`In: ${names(put)}.`] : []),
    ...(out.length ? [`Out: ${names(out)}.`] : []),
    ...(said.length ? [`Said otherwise: ${names(said)}.`] : []),
    ...(moved ? ["In another order."] : []),
  ].join(" ")
}
