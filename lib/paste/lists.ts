import type { Inline } from "../blocks/inline"
import { type Found, type Page, wordsIn } from "./found"
import { addTo, joined, type Look } from "./runs"
import { type Element, isElement, type Node } from "./tree"

/** The most items that a list takes (lib/blocks/list.ts). */
const MOST = 1_000

/**
 * A list as lists of ours, which have one level: items within a bullet become bullets, those within a number lines of it, so that the
 * numbers stay true. What is more than words (a table, a picture) stands between two lists.
 */
export function readList(element: Element, look: Look, page: Page): Found[] {
  const ordered = element.name === "ol"
  const found: Found[] = []
  // The lines of an item are put together once, however many they are.
  let items: Inline[][][] = []
  let first = startOf(element)
  const close = () => {
    for (let at = 0; at < items.length; at += MOST) {
      const some = items.slice(at, at + MOST).map(joined)
      found.push({
        block: { kind: "list", ordered, items: some },
        ...(ordered && first + at !== 1 && { start: first + at }),
      })
    }
    first += items.length
    items = []
  }
  for (const entry of entriesOf(element)) {
    const { words, nested, others } = partsOf(page.within(entry, look))
    addItem(items, words, nested, ordered)
    if (others.length) close()
    addTo(found, others)
  }
  close()
  const [start] = found
  if (start?.block.kind === "list" && GOES_ON.test(element.classes)) found[0] = { ...start, joins: true }
  return found
}

function addItem(items: Inline[][][], words: Inline[][], nested: Inline[][], ordered: boolean) {
  const last = items.at(-1)
  if (ordered && words.length) items.push([...words, ...nested])
  else if (ordered && last) addTo(last, nested)
  else
    addTo(
      items,
      [words, ...nested.map((one) => [one])].filter((one) => one.length > 0),
    )
}

/** Word for the web makes a list of every item. */
const GOES_ON = / (?:bulletliststyle|numberliststyle)\d/

const startOf = ({ name, attributes }: Element) =>
  name === "ol" && /^-?\d{1,6}$/.test(attributes.start ?? "") ? Number(attributes.start) : 1

/** What each entry holds. A list that stands between items (as Google Docs writes it) is an entry too. */
const entriesOf = ({ children }: Element): Node[][] =>
  children.flatMap((child): Node[][] => {
    if (!isElement(child)) return child.trim() ? [[child]] : []
    return [[child.name === "li" ? entryOf(child) : child]]
  })

/** Outlook says of true items what Word says of paragraphs: here the list is one already. */
const entryOf = (item: Element): Element => ({
  ...unlisted(item),
  name: "div",
  children: item.children.map((child) => (isElement(child) && child.name === "p" ? unlisted(child) : child)),
})

const unlisted = (element: Element): Element => ({ ...element, style: { ...element.style, "mso-list": "" } })

function partsOf(found: readonly Found[]) {
  const parts: { words: Inline[][]; nested: Inline[][]; others: Found[] } = { words: [], nested: [], others: [] }
  for (const one of found) {
    const words = wordsIn(one)
    if (one.block.kind === "list") addTo(parts.nested, one.block.items)
    else if (words && !parts.others.length) (parts.nested.length ? parts.nested : parts.words).push(words)
    else parts.others.push(one)
  }
  return parts
}
