import type { Editor } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { type Selection, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { Block } from "@/lib/blocks/blocks"
import { fromDocument, toDocument } from "./document"

/**
 * Brings what others wrote into the body while somebody writes in it: only the blocks that differ are touched, so the caret stays in its
 * words, and what is undone is the writer's own.
 */
export function takeUp(editor: Editor, body: readonly Block[]): void {
  const { state, schema } = editor
  const wanted = schema.nodeFromJSON(toDocument(body))
  if (wanted.content.eq(state.doc.content)) return
  const { tr } = state
  removeOthers(tr, wanted)
  arrange(tr, wanted)
  rewrite(tr, wanted)
  if (!tr.doc.content.eq(wanted.content)) tr.replaceWith(0, tr.doc.content.size, wanted.content)
  keepCaret(tr, state.selection)
  editor.view.dispatch(tr.setMeta("addToHistory", false))
}

/** The body as the editor holds it at this moment. */
export const bodyIn = (editor: Editor) => fromDocument(editor.getJSON())

/** The caret stays behind the writer's own letter, also where somebody else's words come in right there. */
function keepCaret(tr: Transaction, selection: Selection) {
  if (!(selection instanceof TextSelection)) return
  const { anchor, head } = selection
  const [from, to] = [anchor, head].map((at) => tr.doc.resolve(tr.mapping.map(at, -1)))
  if (from && to) tr.setSelection(TextSelection.between(from, to))
}

const idOf = (node: Node) => String(node.attrs.id)

/** Top-level blocks with their places, the last one first: what is done to one moves none that comes after it. */
function placesIn(doc: Node) {
  const places: { node: Node; from: number; to: number }[] = []
  doc.forEach((node, from) => void places.unshift({ node, from, to: from + node.nodeSize }))
  return places
}

function removeOthers(tr: Transaction, wanted: Node) {
  const kept = new Set<string>()
  wanted.forEach((node) => void kept.add(idOf(node)))
  for (const { node, from, to } of placesIn(tr.doc))
    if (!kept.has(idOf(node)) && tr.doc.childCount > 1) tr.delete(from, to)
}

/** Puts every block at its place: those that are new, and those that stand elsewhere. */
function arrange(tr: Transaction, wanted: Node) {
  let at = 0
  wanted.forEach((node) => {
    const here = tr.doc.nodeAt(at)
    if (!here || idOf(here) !== idOf(node)) {
      const elsewhere = placesIn(tr.doc).find((place) => place.from > at && idOf(place.node) === idOf(node))
      if (elsewhere) tr.delete(elsewhere.from, elsewhere.to)
      tr.insert(at, elsewhere?.node ?? node)
    }
    at += tr.doc.nodeAt(at)?.nodeSize ?? 0
  })
  if (at < tr.doc.content.size) tr.delete(at, tr.doc.content.size)
}

/** In blocks that both have, only the words that differ are replaced. */
function rewrite(tr: Transaction, wanted: Node) {
  const texts = new Map<string, Node>()
  wanted.forEach((node) => void texts.set(idOf(node), node))
  for (const { node, from, to } of placesIn(tr.doc)) {
    const other = texts.get(idOf(node))
    if (!other || node.eq(other)) continue
    if (!node.sameMarkup(other)) {
      tr.replaceWith(from, to, other)
      continue
    }
    const start = node.content.findDiffStart(other.content)
    const end = node.content.findDiffEnd(other.content)
    if (start === null || !end) continue
    // Where the same letters stand on both sides of what differs, the ends may overlap.
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    const slice = other.slice(start, end.b + overlap)
    tr.replace(from + 1 + start, from + 1 + end.a + overlap, slice)
  }
}
