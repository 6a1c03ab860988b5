import { z } from "zod"
import { isSame } from "../story/same"
import { type RelatedItem, relatedManner } from "../story/story"
import { page, type WantedItem, wantedItem } from "./bulk"
import type { FileLine, Page } from "./files"

/** What is known around a story's list when a file is taken in. */
type Around = {
  storyId: string
  list: readonly RelatedItem[]
  /** the words of a link that the list holds */
  pageOf: (link: string) => Page | undefined
  /** the paper's link with just these words, if there is one */
  linkOf: (page: Page) => string | undefined
  /** the lines are all that the story is to have; otherwise what they do not name stays */
  whole: boolean
}

type Taken = { line: FileLine; at: number; item: WantedItem }

/**
 * The list as the lines of a file make it, which are all of one story. A line takes up what the list has of the same target, and says of it
 * what the file says; at its place, or where it was. `bad` are lines that cannot be taken: their sentences, by the number of the line.
 */
export function takeIn(around: Around, lines: readonly FileLine[]): { after: WantedItem[]; bad: Map<number, string> } {
  const bad = new Map<number, string>()
  const found = match(around, lines)
  const keys = new Set<string>()
  const taken = lines.flatMap((line, index): Taken[] => {
    const at = found[index] ?? -1
    const made = itemOf(around, line, at)
    const key = made.item && keyOf(made.item)
    const sentence = made.sentence ?? (at < 0 && key && keys.has(key) ? TWICE : null)
    if (key) keys.add(key)
    if (!sentence && made.item) return [{ line, at, item: made.item }]
    bad.set(line.line, sentence ?? "This line is not understood.")
    return []
  })
  const after = lay(around, taken)
  return { after, bad }
}

const TWICE = "This story has the same target in a line before."

const keyOf = (item: WantedItem) =>
  "page" in item ? JSON.stringify(item.page) : "story" in item ? `story ${item.story}` : `link ${item.link}`

/** Which item of the list each line speaks of, -1 for none: the very same first, then a page of the same address. */
function match({ list, pageOf }: Around, lines: readonly FileLine[]): number[] {
  const free = new Set(list.keys())
  const found = lines.map(() => -1)
  const pass = (fits: (item: RelatedItem, target: FileLine["target"]) => boolean) => {
    for (const [index, { target }] of lines.entries()) {
      const at = found[index] === -1 ? [...free].find((one) => list[one] && fits(list[one], target)) : undefined
      if (at === undefined) continue
      found[index] = at
      free.delete(at)
    }
  }
  pass((item, target) =>
    "page" in target
      ? "link" in item && isSame(pageOf(item.link), target.page)
      : "story" in item && item.story === target.story,
  )
  pass((item, target) => "page" in target && "link" in item && pageOf(item.link)?.url === target.page.url)
  return found
}

function itemOf({ storyId, list, pageOf, linkOf }: Around, { target, manner }: FileLine, at: number) {
  const had = list[at]
  if ("story" in target && target.story === storyId)
    return { sentence: "A story is not related news to itself.", item: null }
  const { story: _, link: __, ...before } = { story: "", link: "", ...had }
  const said = Object.fromEntries(
    Object.entries({ ...before, ...defined(manner) }).filter(([, value]) => value !== null),
  )
  const parsed = wantedItem.safeParse({ ...leadsTo(target, had, pageOf, linkOf), ...said })
  if (parsed.success) return { item: parsed.data, sentence: null }
  const odd = "page" in target ? page.safeParse(target.page).error?.issues : undefined
  const [issue] = odd ?? z.strictObject(relatedManner).safeParse(said).error?.issues ?? parsed.error.issues
  const name = String(issue?.path[0] ?? "")
  return { item: null, sentence: issue ? `“${odd ? (OF_PAGE[name] ?? name) : name}”: ${issue.message}` : null }
}

/** What the columns of a page's words are called. */
const OF_PAGE: Record<string, string> = { url: "target", headline: "targetHeadline" }

const defined = (manner: FileLine["manner"]) =>
  Object.fromEntries(Object.entries(manner).filter(([, value]) => value !== undefined))

function leadsTo(
  target: FileLine["target"],
  had: RelatedItem | undefined,
  pageOf: Around["pageOf"],
  linkOf: Around["linkOf"],
) {
  if ("story" in target) return target
  if (had && "link" in had && isSame(pageOf(had.link), target.page)) return { link: had.link }
  const link = linkOf(target.page)
  return link ? { link } : target
}

/** What has a place is put there, in the order of the places; what has none stays where it was, or comes last. */
function lay({ list, whole }: Around, taken: readonly Taken[]): WantedItem[] {
  const here = new Map(taken.filter(({ at }) => at >= 0).map((one) => [one.at, one]))
  const stays = (at: number) => {
    const one = here.get(at)
    return one ? one.line.place === null && !whole : !whole
  }
  const kept = list.flatMap((item, at): WantedItem[] => (stays(at) ? [here.get(at)?.item ?? item] : []))
  const placed = taken
    .filter(({ line }) => line.place !== null)
    .sort((a, b) => (a.line.place ?? 0) - (b.line.place ?? 0))
  for (const { line, item } of placed) kept.splice(Math.min((line.place ?? 1) - 1, kept.length), 0, item)
  const last = taken.filter(({ line, at }) => line.place === null && (whole || at < 0)).map(({ item }) => item)
  return [...kept, ...last]
}
