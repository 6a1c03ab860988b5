import type { Inline } from "../blocks/inline"
import type { Found, WordItem } from "./found"
import { joined } from "./runs"
import { type Element, isElement, type Node, textIn } from "./tree"

/** What a paragraph of Word says of the list that it is an item of ("l0 level1 lfo1"); undefined for one that is none. */
export function itemOf(element: Element): WordItem | undefined {
  const [, list, level] = /^(l\d+) level(\d) ?(?:lfo\d+)?/.exec(element.style["mso-list"] ?? "") ?? []
  if (!list) return undefined
  return {
    list,
    level: Number(level),
    marker: textIn(markerIn(element) ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  }
}

/** An item within an item has a marker of its own. */
const isItem = ({ style }: Element) => /^l\d+ level\d/.test(style["mso-list"] ?? "")

const isMarker = (node: Node) => isElement(node) && node.style["mso-list"] === "ignore"

function markerIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (isElement(child) && isMarker(child)) return child
    const within = isElement(child) && !isItem(child) ? markerIn(child) : undefined
    if (within) return within
  }
  return undefined
}

/** The children without the bullet or number that Word wrote before the words. */
export const withoutMarker = (children: readonly Node[]): Node[] =>
  children.flatMap((child): Node[] =>
    isMarker(child)
      ? []
      : [isElement(child) && !isItem(child) ? { ...child, children: withoutMarker(child.children) } : child],
  )

type Item = { words: Inline[]; item: WordItem }

/** Paragraphs of one list of Word's as lists of ours, which have one level. */
export function listsOf(items: readonly Item[]): Found[] {
  const top = items.reduce((least, { item }) => Math.min(least, item.level), Number.POSITIVE_INFINITY)
  // The lines of an item are put together once, however many they are.
  const lists: { ordered: boolean; items: Inline[][][] }[] = []
  for (const { words, item } of items) {
    const last = lists.at(-1)
    const parent = last?.items.at(-1)
    const number = numberOf(item.marker)
    if (item.level > top && last && parent && last.ordered) {
      const line = number === null ? words : marked(item.marker, words)
      parent.push(line)
      continue
    }
    // A number that is not the next of its list stays as words.
    const next = last?.ordered ? last.items.length + 1 : 1
    const ordered = item.level === top && number === next
    const said = number !== null && !ordered ? marked(item.marker, words) : words
    if (last && last.ordered === ordered) last.items.push([said])
    else lists.push({ ordered, items: [[said]] })
  }
  return lists.map(({ ordered, items: all }) => ({ block: { kind: "list", ordered, items: all.map(joined) } }))
}

const marked = (marker: string, words: Inline[]): Inline[] => {
  const [first, ...others] = words
  if (!first || first.bold || first.italic || first.link) return [{ text: `${marker} ` }, ...words]
  return [{ ...first, text: `${marker} ${first.text}` }, ...others]
}

/** The number that a marker counts to ("3.", "(c)", "iv)"); null for a bullet. */
function numberOf(marker: string): number | null {
  const [, digits, letters] = /^\(?(?:(\d{1,4})|([a-z]{1,6}|[A-Z]{1,6}))[.):]\)?$/.exec(marker) ?? []
  if (digits) return Number(digits)
  if (!letters) return null
  const small = letters.toLowerCase()
  if (/^[ivx]+$/.test(small) && small !== "x" && small !== "v") return ROMAN.indexOf(small) + 1 || Number.NaN
  return small.length === 1 ? small.charCodeAt(0) - 96 : Number.NaN
}

const ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ")
