import { Extension } from "@tiptap/core"
import { NodeSelection, Plugin, PluginKey } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"

/**
 * A handle beside the block under the mouse: who drags it drags the block. With keys a block is moved by Alt+Shift+arrows, so the handle
 * is nothing that a screen reader has to tell.
 */
export const BlockHandle = Extension.create({
  name: "blockHandle",
  addProseMirrorPlugins: () => [new Plugin({ key: new PluginKey("blockHandle"), view: handleOf })],
})

function handleOf(view: EditorView) {
  const handle = document.createElement("div")
  handle.className = "block-handle"
  handle.draggable = true
  handle.hidden = true
  handle.setAttribute("aria-hidden", "true")
  handle.title = "Drag to move this block"
  view.dom.parentElement?.append(handle)
  let over: HTMLElement | null = null

  const onMove = ({ target }: MouseEvent) => {
    const block = view.editable && target instanceof Node ? blockAround(view, target) : null
    if (!block || block === over) return
    over = block
    handle.hidden = false
    handle.style.top = `${block.offsetTop}px`
  }
  const onLeave = ({ relatedTarget }: MouseEvent) => {
    if (relatedTarget === handle || (relatedTarget instanceof Node && view.dom.contains(relatedTarget))) return
    handle.hidden = true
    over = null
  }
  const onDragStart = (event: DragEvent) => {
    const at = over?.isConnected ? placeOf(view, over) : null
    if (at === null || !over || !event.dataTransfer) return event.preventDefault()
    const selection = NodeSelection.create(view.state.doc, at)
    view.dispatch(view.state.tr.setSelection(selection))
    const slice = selection.content()
    event.dataTransfer.clearData()
    event.dataTransfer.setData("text/html", view.serializeForClipboard(slice).dom.innerHTML)
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setDragImage(over, 0, 0)
    // What the text does with a block that is dragged within it.
    view.dragging = { slice, move: true }
  }
  view.dom.addEventListener("mousemove", onMove)
  view.dom.addEventListener("mouseleave", onLeave)
  handle.addEventListener("mouseleave", onLeave)
  handle.addEventListener("dragstart", onDragStart)
  return {
    destroy() {
      view.dom.removeEventListener("mousemove", onMove)
      view.dom.removeEventListener("mouseleave", onLeave)
      handle.remove()
    },
  }
}

/** The block of the body that holds this. */
export function blockAround(view: EditorView, inside: Node): HTMLElement | null {
  let node: Node | null = inside
  while (node && node.parentNode !== view.dom) node = node.parentNode
  return node instanceof HTMLElement ? node : null
}

/** Where the block of this element begins in the document. */
export function placeOf(view: EditorView, block: HTMLElement): number | null {
  const index = [...view.dom.children].filter((one) => !one.classList.contains("ProseMirror-gapcursor")).indexOf(block)
  let at = 0
  for (let before = 0; before < index; before++) at += view.state.doc.child(before).nodeSize
  return index >= 0 && index < view.state.doc.childCount ? at : null
}
