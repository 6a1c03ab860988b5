import type { Editor } from "@tiptap/core"
import { GapCursor } from "@tiptap/pm/gapcursor"
import { closeHistory } from "@tiptap/pm/history"
import { Fragment, type Node, Slice } from "@tiptap/pm/model"
import { type EditorState, NodeSelection, Selection, type Transaction } from "@tiptap/pm/state"
import type { Block } from "@/lib/blocks/blocks"
import { newBlockId } from "./block-ids"
import { toDocument } from "./document"
import type { Filled } from "./pasting"

/**
 * Puts blocks at the caret, in place of what is chosen: one step to be undone, together with what is filled beside the body. They get ids of
 * their own; the answer tells which, by the ids that they came with.
 */
export function putIn({ view }: Editor, blocks: readonly Block[], filled?: Filled): Map<string, string> {
  const ids = new Map(blocks.map(({ id }) => [id, newBlockId()]))
  const tr = putBlocks(
    view.state,
    blocks.map((block): Block => ({ ...block, id: ids.get(block.id) ?? block.id })),
  )
  const at = view.state.doc.attrs.filled?.at ?? 0
  if (filled) tr.setDocAttribute("filled", { ...filled, at: at + 1 })
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"))
  return ids
}

/** The same as a transaction, which nobody has seen yet. */
export function putBlocks(state: EditorState, blocks: readonly Block[]): Transaction {
  const nodes = blocks.length ? (toDocument(blocks).content ?? []).map((node) => state.schema.nodeFromJSON(node)) : []
  const tr = closeHistory(state.tr)
  if (nodes.length === 0) return tr
  put(tr, nodes)
  const stays = inkOf(state.doc) - inkOf(state.selection.content().content)
  if (inkOf(tr.doc) === stays + inkOf(Fragment.from(nodes))) return tr
  // What the caret stands in has no room for all of it: behind that, nothing is lost.
  const behind = closeHistory(state.tr)
  putBehind(behind, nodes)
  return behind
}

function put(tr: Transaction, nodes: readonly Node[]) {
  if (!tr.selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  const here = $from.parent
  const [first] = nodes
  const blank = $from.depth === 1 && here.type.name === "paragraph" && here.content.size === 0
  if (blank && !(nodes.length === 1 && isWords(first))) {
    return place(tr, $from.before(), $from.after(), new Slice(Fragment.from(nodes), 0, 0))
  }
  const item = here.type.name === "listItem"
  if (item && nodes.every(isOfList)) return putItems(tr, nodes)
  const box = $from.depth > 1 && $from.node(1).type.name === "factBox"
  if (box && !nodes.every(({ type }) => type.isInGroup("words"))) return putBehind(tr, nodes)
  if (item && $from.parentOffset === 0 && !isWords(first)) return putBeforeItem(tr, nodes)
  putAtCaret(tr, nodes)
}

function putAtCaret(tr: Transaction, nodes: readonly Node[]) {
  const { $from } = tr.selection
  const here = $from.parent
  const [first, last] = [nodes[0], nodes.at(-1)]
  const list = here.type.name === "listItem" ? $from.node(-1).attrs.id : null
  const goesOn = isWords(first) && here.isTextblock
  const from = goesOn ? $from.pos : edge(tr, $from.pos)
  const ends = isWords(last) && from === $from.pos && here.isTextblock
  const atEnd = here.isTextblock && $from.parentOffset === here.content.size
  place(tr, from, from, new Slice(Fragment.from(nodes), goesOn ? 1 : 0, ends ? 1 : 0))
  if (atEnd && !ends) removeBlankBehind(tr, list)
}

const isOfList = ({ type }: Node) => type.name === "list" || type.name === "paragraph"

/** Within a list, lines and items are items of it; an item that is whole is followed by the others. */
function putItems(tr: Transaction, nodes: readonly Node[]) {
  const { $from } = tr.selection
  const { listItem, list } = tr.doc.type.schema.nodes
  const items = nodes.flatMap((node) =>
    node.type.name === "list" ? [...node.children] : [listItem?.create(null, node.content) ?? node],
  )
  const whole = $from.parentOffset === $from.parent.content.size && $from.parentOffset > 0
  if (whole && nodes[0]?.type.name === "list")
    place(tr, $from.after(), $from.after(), new Slice(Fragment.from(items), 0, 0))
  else place(tr, $from.pos, $from.pos, new Slice(Fragment.from(list?.create(null, items)), 2, 2))
}

/** At the start of an item, what is no item stands before it; an empty item gives way, and the list around it where it was the only one. */
function putBeforeItem(tr: Transaction, nodes: readonly Node[]) {
  const { $from } = tr.selection
  const [list, at, blank] = [$from.node(-1), $from.index(-1), $from.parent.content.size === 0]
  const slice = new Slice(Fragment.from(nodes), 0, 0)
  if (blank && list.childCount === 1) return place(tr, $from.before(-1), $from.after(-1), slice)
  const from = $from.before()
  if (blank) tr.delete(from, $from.after())
  const last = blank && at === list.childCount - 1
  const here = at === 0 ? from - 1 : last ? from + 1 : from
  place(tr, here, here, slice)
}

const isWords = (node: Node | undefined) => node?.type.name === "paragraph"

/** Where a block goes that does not begin in the words at the caret: before or behind them where the caret is at their edge. */
function edge(tr: Transaction, position: number) {
  const $at = tr.doc.resolve(position)
  if ($at.depth !== 1) return position
  if ($at.parentOffset === $at.parent.content.size) return $at.after()
  return $at.parentOffset === 0 ? $at.before() : position
}

function place(tr: Transaction, from: number, to: number, slice: Slice) {
  const steps = tr.steps.length
  tr.replaceRange(from, to, slice)
  let end = from
  for (const map of tr.mapping.maps.slice(steps))
    map.forEach((_from, _to, _newFrom, newTo) => {
      end = newTo
    })
  caretBehind(tr, end)
}

/** Where the caret stood behind the last word, nothing is left of its line; of an item of `list`, nothing of the item. */
function removeBlankBehind(tr: Transaction, list: string | null) {
  const { $to } = tr.selection
  if (list !== null && $to.parent.type.name === "listItem") return removeBlankItem(tr, list)
  const end = $to.depth ? $to.after(1) : $to.pos
  const next = tr.doc.nodeAt(end)
  if (next?.type.name === "paragraph" && next.content.size === 0 && !next.attrs.id) tr.delete(end, end + next.nodeSize)
}

/** The caret is in what was parted from an item: where nothing of it is left, it goes, and its list where there was no other. */
function removeBlankItem(tr: Transaction, id: string) {
  const { $to } = tr.selection
  const list = $to.node(-1)
  if ($to.parent.content.size > 0 || list.attrs.id !== id || $to.index(-1) > 0) return
  const start = $to.before(-1)
  if (list.childCount > 1) tr.delete($to.before(), $to.after())
  else tr.delete(start, $to.after(-1))
  caretBehind(tr, start)
}

/**
 * The caret behind what was put in. A piece (a picture, a table) is not chosen: whoever types on, or pastes again, would put that in its place.
 */
function caretBehind(tr: Transaction, end: number) {
  const $end = tr.doc.resolve(Math.min(end, tr.doc.content.size))
  const back = Selection.near($end, -1)
  if (!(back instanceof NodeSelection)) return tr.setSelection(back)
  const next = $end.nodeAfter
  const atEdge = $end.depth === 0 && (!next || next.isAtom)
  return tr.setSelection(atEdge ? new GapCursor($end) : Selection.near($end, 1))
}

function putBehind(tr: Transaction, nodes: readonly Node[]) {
  if (!tr.selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  const at = $from.depth ? $from.after(1) : $from.pos
  tr.insert(at, nodes)
  const end = nodes.reduce((sum, { nodeSize }) => sum + nodeSize, at)
  caretBehind(tr, end)
}

/** How much stands in it: characters, and pieces that are no text. */
function inkOf(content: Node | Fragment): number {
  let ink = 0
  content.descendants((node) => {
    if (node.isText) ink += node.text?.length ?? 0
    else if (node.isLeaf && !node.isTextblock && node.type.name !== "list") ink++
  })
  return ink
}

/** The words of a picture that waited for its file; undoing takes the whole paste back, and not its file alone. */
export function fillPicture(editor: Editor, id: string, attrs: Record<string, unknown> | null) {
  const { tr } = editor.state
  editor.state.doc.forEach((node, position) => {
    if (node.attrs.id !== id) return
    if (attrs) tr.setNodeMarkup(position, undefined, { ...node.attrs, ...attrs })
    else tr.delete(position, position + node.nodeSize)
  })
  if (tr.docChanged) editor.view.dispatch(tr.setMeta("addToHistory", false))
}
