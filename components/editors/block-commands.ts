import { Extension } from "@tiptap/core"
import { Fragment, type Node, type Schema } from "@tiptap/pm/model"
import { type EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type { BlockKind } from "@/lib/blocks/blocks"
import { leaveWords } from "./block-fields"

/** What a tool puts in as a block of its own. */
export type NewKind = Exclude<BlockKind, TextKind>
export type TextKind = "paragraph" | "crosshead" | "quote" | "list"

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    blocks: {
      /** Makes the chosen blocks paragraphs, crossheads, quotes or one list; their words stay. */
      turnInto: (kind: TextKind, ordered?: boolean) => ReturnType
      /** Moves the chosen blocks one place up (-1) or down (1). */
      moveBlock: (by: -1 | 1) => ReturnType
      /** Takes the list item at the cursor out of its list, as a paragraph. */
      liftItem: () => ReturnType
      /** Puts a block after the one at the cursor; an empty paragraph gives way to it. */
      addBlock: (kind: NewKind, attrs?: Record<string, unknown>) => ReturnType
    }
  }
}

export const BlockCommands = Extension.create({
  name: "blocks",
  addCommands: () => ({
    turnInto:
      (kind, ordered = false) =>
      ({ tr, dispatch }) =>
        !dispatch || turnInto(tr, kind, ordered),
    moveBlock:
      (by) =>
      ({ tr, dispatch }) =>
        moveBlock(tr, by, !!dispatch),
    liftItem:
      () =>
      ({ tr, dispatch }) =>
        liftItem(tr, !!dispatch),
    addBlock:
      (kind, attrs) =>
      ({ tr, dispatch }) =>
        !dispatch || addBlock(tr, kind, attrs),
  }),
  addKeyboardShortcuts() {
    // Asked for anew at each key: its commands belong to one transaction.
    const now = () => this.editor.commands
    const state = () => this.editor.state
    return {
      Enter: () => isEmptyItem(state()) && now().liftItem(),
      "Shift-Enter": () => (isEmptyItem(state()) ? now().liftItem() : now().splitBlock()),
      Backspace: () => isStartOfList(state()) && now().liftItem(),
      Tab: () => leaveWords(this.editor.view),
      "Mod-Alt-0": () => now().turnInto("paragraph"),
      "Mod-Alt-1": () => now().turnInto("crosshead"),
      "Mod-Alt-2": () => now().turnInto("quote"),
      "Mod-Alt-3": () => now().turnInto("list"),
      "Mod-Alt-4": () => now().turnInto("list", true),
      "Alt-Shift-ArrowUp": () => now().moveBlock(-1),
      "Alt-Shift-ArrowDown": () => now().moveBlock(1),
    }
  },
})

type Range = { first: number; last: number; start: number; end: number }

/** Which blocks of the body does the selection touch, and where are they? */
function chosen({ doc, selection }: Transaction): Range {
  const first = Math.min(selection.$from.index(0), doc.childCount - 1)
  const last = selection instanceof NodeSelection ? first : Math.min(selection.$to.index(0), doc.childCount - 1)
  let start = 0
  for (let index = 0; index < first; index++) start += doc.child(index).nodeSize
  let end = start
  for (let index = first; index <= last; index++) end += doc.child(index).nodeSize
  return { first, last, start, end }
}

function turnInto(tr: Transaction, kind: TextKind, ordered: boolean): boolean {
  const { doc, selection } = tr
  const { first, last, start, end } = chosen(tr)
  const before = textAt(doc, selection.from)
  const after = textAt(doc, selection.to)
  const nodes: Node[] = []
  for (let index = first; index <= last; index++) {
    for (const [place, words] of contentsOf(doc.child(index)).entries())
      pushAs(doc.type.schema, nodes, kind, ordered, words, place === 0 ? doc.child(index).attrs : {})
    if (!isWords(doc.child(index))) nodes.push(doc.child(index))
  }
  tr.replaceWith(start, end, nodes)
  const from = placeOf(tr.doc, before)
  tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(Math.max(from, placeOf(tr.doc, after)))))
  return true
}

const isWords = (block: Node) => block.isTextblock || block.type.name === "list"

const contentsOf = (block: Node): Fragment[] =>
  block.isTextblock
    ? [block.content]
    : block.type.name === "list"
      ? Array.from({ length: block.childCount }, (_, index) => block.child(index).content)
      : []

function pushAs(
  schema: Schema,
  nodes: Node[],
  kind: TextKind,
  ordered: boolean,
  words: Fragment,
  attrs: Record<string, unknown>,
) {
  if (kind !== "list") {
    const content = kind === "crosshead" ? withoutMarks(schema, words) : words
    nodes.push(
      schema.node(kind, { id: attrs.id ?? null, ...(kind === "quote" && { speaker: attrs.speaker }) }, content),
    )
    return
  }
  const item = schema.node("listItem", null, words)
  const open = nodes.at(-1)
  if (open?.type.name === "list") nodes[nodes.length - 1] = open.copy(open.content.addToEnd(item))
  else nodes.push(schema.node("list", { id: attrs.id ?? null, ordered }, [item]))
}

const withoutMarks = (schema: Schema, words: Fragment) => {
  const text = words.textBetween(0, words.size)
  return text ? Fragment.from(schema.text(text)) : Fragment.empty
}

/** How many text blocks and characters are before this place: what stays the same whatever the blocks become. */
function textAt(doc: Node, position: number) {
  let blocks = 0
  let offset = 0
  doc.descendants((node, at) => {
    if (node.isTextblock && at < position) {
      blocks++
      offset = Math.min(position - at - 1, node.content.size)
    }
    return !node.isTextblock
  })
  return { blocks, offset }
}

function placeOf(doc: Node, { blocks, offset }: { blocks: number; offset: number }): number {
  let seen = 0
  let place = 0
  doc.descendants((node, at) => {
    if (node.isTextblock && ++seen <= blocks) place = at + 1 + Math.min(offset, node.content.size)
    return !node.isTextblock
  })
  return place
}

function moveBlock(tr: Transaction, by: -1 | 1, act: boolean): boolean {
  const { first, last, start, end } = chosen(tr)
  const neighbour = by < 0 ? first - 1 : last + 1
  if (neighbour < 0 || neighbour >= tr.doc.childCount) return false
  if (!act) return true
  const other = tr.doc.child(neighbour)
  const { anchor, head } = tr.selection
  const isNode = tr.selection instanceof NodeSelection
  const shift = by * other.nodeSize
  if (by < 0) tr.delete(start - other.nodeSize, start).insert(end - other.nodeSize, other)
  else tr.delete(end, end + other.nodeSize).insert(start, other)
  tr.setSelection(
    isNode ? NodeSelection.create(tr.doc, start + shift) : TextSelection.create(tr.doc, anchor + shift, head + shift),
  ).scrollIntoView()
  return true
}

function liftItem(tr: Transaction, act: boolean): boolean {
  const { $from } = tr.selection
  if ($from.parent.type.name !== "listItem") return false
  if (!act) return true
  const list = $from.node(-1)
  const index = $from.index(-1)
  const { schema } = list.type
  const some = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => list.child(from + at))
  const nodes = [schema.node("paragraph", { id: null }, $from.parent.content)]
  if (index > 0) nodes.unshift(list.copy(Fragment.from(some(0, index))))
  if (index + 1 < list.childCount)
    nodes.push(
      schema.node("list", { ...list.attrs, id: index > 0 ? null : list.attrs.id }, some(index + 1, list.childCount)),
    )
  const start = $from.before(-1)
  tr.replaceWith(start, start + list.nodeSize, nodes)
  const paragraph = start + (index > 0 ? (nodes[0]?.nodeSize ?? 0) : 0)
  tr.setSelection(TextSelection.create(tr.doc, paragraph + 1)).scrollIntoView()
  return true
}

function addBlock(tr: Transaction, kind: NewKind, attrs?: Record<string, unknown>): boolean {
  const { first, start, end } = chosen(tr)
  const here = tr.doc.child(first)
  const node = tr.doc.type.schema.nodes[kind]?.createAndFill(attrs)
  if (!node) return false
  const gives = here.type.name === "paragraph" && here.content.size === 0
  if (gives) tr.replaceWith(start, end, [node, tr.doc.type.schema.node("paragraph")])
  else tr.insert(end, node)
  tr.setSelection(NodeSelection.create(tr.doc, gives ? start : end)).scrollIntoView()
  return true
}

/**
 * What is typed where a whole block is chosen, as after it was put in, is written behind it: in the empty paragraph there, or in a new one.
 * Otherwise the first letter would take the place of the block.
 */
export function typeBehind(view: EditorView, text: string): boolean {
  const { doc, selection, schema, tr } = view.state
  if (!(selection instanceof NodeSelection) || selection.$from.depth > 0) return false
  const behind = doc.resolve(selection.to).nodeAfter
  if (behind?.type.name === "paragraph" && behind.content.size === 0) tr.insertText(text, selection.to + 1)
  else tr.insert(selection.to, schema.node("paragraph", null, schema.text(text)))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length)).scrollIntoView())
  return true
}

const isItem = ({ selection: { empty, $from } }: EditorState) => empty && $from.parent.type.name === "listItem"
const isEmptyItem = (state: EditorState) => isItem(state) && state.selection.$from.parent.content.size === 0
const isStartOfList = (state: EditorState) =>
  isItem(state) && state.selection.$from.parentOffset === 0 && state.selection.$from.index(-1) === 0
