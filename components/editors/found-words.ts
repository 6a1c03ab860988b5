import type { Node } from "@tiptap/pm/model"
import { type Field, fieldsOf } from "./fields-of"

/** What is looked for in the body. */
export type Sought = { words: string; sameCase: boolean; whole: boolean }

/**
 * A place where it stands: in the words of the body, from and to are places of the document; in a field of the block at `pos`, places of the
 * field's words. `order` is where the field is read.
 */
export type Found = { from: number; to: number; field?: Field & { pos: number; order: number } }

/** What was found in each block, counted from its start: a block that stays the same is not looked through again. */
export type Searched = WeakMap<Node, readonly Found[]>

/** Every place in the order of reading. */
export function findIn(doc: Node, pattern: RegExp, searched: Searched): Found[] {
  const found: Found[] = []
  doc.forEach((block, start) => {
    const inBlock = searched.get(block) ?? lookThrough(block, pattern)
    searched.set(block, inBlock)
    for (const one of inBlock) found.push(movedBy(one, start))
  })
  return found
}

function movedBy({ from, to, field }: Found, start: number): Found {
  if (!field) return { from: from + start, to: to + start }
  return { from, to, field: { ...field, pos: field.pos + start, order: field.order + start } }
}

function lookThrough(block: Node, pattern: RegExp): Found[] {
  const found: Found[] = []
  const inFields = (fields: readonly Field[], pos: number, order: number) => {
    for (const field of fields)
      for (const [from, to] of hitsIn(field.words, pattern)) found.push({ from, to, field: { ...field, pos, order } })
  }
  const look = (node: Node, pos: number) => {
    const { before, behind } = fieldsOf(node)
    inFields(before, pos, pos)
    // A letter is one place in the text, and so is whatever is no letter.
    if (node.isTextblock)
      for (const [from, to] of hitsIn(node.textBetween(0, node.content.size, undefined, "\ufffc"), pattern))
        found.push({ from: pos + 1 + from, to: pos + 1 + to })
    else
      node.forEach((child, offset) => {
        look(child, pos + 1 + offset)
      })
    inFields(behind, pos, pos + node.nodeSize - 1)
  }
  look(block, 0)
  return found
}

const hitsIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(({ index, 0: hit }) => (hit ? [[index, index + hit.length] as const] : []))

/** Curly and straight marks, and spaces of every kind, are found as the same: nobody sees the difference while looking. */
export function patternOf({ words, sameCase, whole }: Sought): RegExp | null {
  if (!words) return null
  const safe = words
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replace(/['’‘]/g, "['’‘]")
    .replace(/["“”„]/g, '["“”„]')
    .replace(/\s+/g, "\\s+")
  const edges = whole ? `(?<![\\p{L}\\p{N}])(?:${safe})(?![\\p{L}\\p{N}])` : safe
  return new RegExp(edges, sameCase ? "gu" : "giu")
}
