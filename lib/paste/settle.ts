import type { Inline } from "../blocks/inline"
import type { Found, WordItem } from "./found"
import { captionAlone, takeCaption } from "./pictures"
import { joined } from "./runs"
import { listsOf } from "./word-lists"

/** What blocks are beside each other: Word's paragraphs become lists, lists that go on become one, captions find what they are of. */
export function settle(found: readonly Found[]): Found[] {
  return withCaptions(joinLists(gather(found)))
}

/** Items of one list of Word's stand together, with the paragraphs that belong to an item. */
function gather(found: readonly Found[]): Found[] {
  const made: Found[] = []
  // The paragraphs of an item are put together once, however many they are.
  let items: { parts: Inline[][]; item: WordItem }[] = []
  const close = () => {
    for (const list of listsOf(items.map(({ parts, item }) => ({ words: joined(parts), item })))) made.push(list)
    items = []
  }
  for (const one of found) {
    const words = one.block.kind === "paragraph" ? one.block.text : undefined
    const last = items.at(-1)
    if (words && one.item) {
      if (last && last.item.list !== one.item.list) close()
      items.push({ parts: [words], item: one.item })
    } else if (words && one.continues && last) last.parts.push(words)
    else {
      close()
      made.push(one)
    }
  }
  close()
  return made
}

function joinLists(found: readonly Found[]): Found[] {
  const made: Found[] = []
  for (const one of found) {
    const last = made.at(-1)
    const [above, here] = [last?.block, one.block]
    if (here.kind !== "list") {
      made.push(one)
      continue
    }
    const lists =
      above?.kind === "list" && above.ordered === here.ordered && above.items.length + here.items.length <= 1_000
    const goesOn = here.ordered
      ? one.start === (above?.kind === "list" ? above.items.length + 1 : 0)
      : one.joins && last?.joins
    if (lists && goesOn) above.items = [...above.items, ...here.items]
    else made.push(one.start !== undefined && one.start !== 1 ? numbered(one, one.start) : one)
  }
  return made
}

/** Numbers that are not the next of their list stay as words. */
function numbered(found: Found, start: number): Found {
  if (found.block.kind !== "list") return found
  const items = found.block.items.map((item, at) => joinedTo(`${start + at}. `, item))
  return { block: { kind: "list", ordered: false, items } }
}

function joinedTo(words: string, item: Inline[]): Inline[] {
  const [first, ...others] = item
  if (!first || first.bold || first.italic || first.link) return [{ text: words }, ...item]
  return [{ ...first, text: words + first.text }, ...others]
}

/** A caption in a paragraph of its own belongs to the picture above it or the table below it, and else stays a paragraph. */
function withCaptions(found: readonly Found[]): Found[] {
  const made: Found[] = []
  for (const one of found) {
    const last = made.at(-1)
    if (one.block.kind === "table" && last?.caption && takeCaption(one, wordsOf(last))) made.pop()
    if (one.caption && last?.block.kind === "picture" && takeCaption(last, wordsOf(one))) continue
    made.push(one)
  }
  return made.map((one) => (one.caption ? captionAlone(one) : one))
}

const wordsOf = ({ block }: Found) => (block.kind === "paragraph" ? block.text.map(({ text }) => text).join("") : "")
