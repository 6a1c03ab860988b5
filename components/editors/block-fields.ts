import { NodeSelection, Selection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { blockAround, placeOf } from "./block-handle"

const FIELDS = "input, textarea, select, button"
const STOPS = `${FIELDS}, a[href], summary`

/**
 * Tab leads on from where the cursor is: to the fields of its block, else to the next ones, else out of the text. (The browser goes by the
 * text as a whole, whose first field may stand far above.) False: there are no fields, and the browser's own way is right.
 */
export function leaveWords(view: EditorView): boolean {
  const { selection } = view.state
  const at =
    selection instanceof NodeSelection || selection.$from.depth === 0 ? selection.from : selection.$from.before(1)
  // The page knows where the cursor went by a key that was pressed just now, the editor is told a moment later.
  const caret = getSelection()?.focusNode
  const block = (caret && caret !== view.dom && blockAround(view, caret)) || view.nodeDOM(at)
  if (!block || !view.dom.querySelector(FIELDS)) return false
  const isOn = (one: HTMLElement) =>
    block.contains(one) || block.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
  const next =
    stopsIn(view.dom, FIELDS).find(isOn) ?? stopsIn(document, STOPS).find((one) => isOn(one) && !view.dom.contains(one))
  next?.focus()
  return next !== undefined
}

const stopsIn = (place: ParentNode, what: string) =>
  [...place.querySelectorAll<HTMLElement>(what)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility(),
  )

/** From a field of a block back to the block: behind its last word, or to itself where it is one piece. */
export function backToWords(view: EditorView, field: Element): void {
  const block = blockAround(view, field)
  const at = block && placeOf(view, block)
  if (at === null) return
  const { doc, tr } = view.state
  const node = doc.nodeAt(at)
  if (!node) return
  const to = node.isAtom ? NodeSelection.create(doc, at) : Selection.near(doc.resolve(at + node.nodeSize - 1), -1)
  view.dispatch(tr.setSelection(to).scrollIntoView())
  view.focus()
}
