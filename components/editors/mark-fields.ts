import type { EditorView } from "@tiptap/pm/view"
import type { Found } from "./found-words"

/** Marks the fields in which something was found, and shows the one that was gone to. */
export function markFields() {
  const marked = new Set<Element>()
  const clear = () => {
    for (const element of marked) element.removeAttribute("data-found")
    marked.clear()
  }
  const show = (view: EditorView, found: readonly Found[], at: number) => {
    clear()
    for (const [index, { field }] of found.entries()) {
      const element = field && fieldAt(view, field)
      if (!element || (marked.has(element) && index !== at)) continue
      marked.add(element)
      element.setAttribute("data-found", index === at ? "here" : "")
      if (index === at) element.scrollIntoView({ block: "center", inline: "nearest" })
    }
  }
  return { show, clear }
}

/** The input of a field of a block; undefined while it is not on the page. */
export function fieldAt(view: EditorView, { pos, path }: { pos: number; path: string }) {
  const block = view.nodeDOM(pos)
  const element = block instanceof Element ? block.querySelector(`[data-words="${CSS.escape(path)}"]`) : null
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined
}
