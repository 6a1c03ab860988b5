import { type Editor, Extension } from "@tiptap/core"
import { DOMSerializer, type Fragment } from "@tiptap/pm/model"
import { Plugin, PluginKey, Selection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type { Fields } from "@/lib/paste/wire"

/** What a paste or a drop brings. */
export type Brought = { html: string; text: string; rtf: string; files: readonly File[] }

/** What a wire filled beside the body: part of the body's history, so that one step back takes both away. */
export type Filled = { before: Partial<Fields>; after: Partial<Fields> }

type Options = {
  bring: (editor: Editor, brought: Brought, plain: boolean) => void
  fill: (fields: Partial<Fields>, unless?: Partial<Fields>) => void
  /** somebody may be about to paste or to drop */
  expect: () => void
}

/** The mark by which the editor knows its own clipboard, which it reads itself: every block comes back as it was. */
const OWN = "data-standfirst"

/** Takes what is pasted and dropped to the rules of lib/paste, but for what the editor copied itself. */
export const Pasting = Extension.create<Options>({
  name: "pasting",
  addOptions: () => ({ bring: () => undefined, fill: () => undefined, expect: () => undefined }),
  onTransaction({ transaction, editor }) {
    const [before, after] = [transaction.before.attrs.filled, editor.state.doc.attrs.filled]
    if (before === after) return
    if ((after?.at ?? 0) > (before?.at ?? 0)) this.options.fill(after.after)
    else if (before) this.options.fill(before.before, before.after)
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    let shift = false
    const take = (event: ClipboardEvent | DragEvent, from: DataTransfer | null, plain: boolean) => {
      if (!editor.isEditable || !from) return false
      const html = plain ? "" : from.getData("text/html")
      const brought = {
        html,
        text: from.getData("text/plain"),
        // The bytes of Word's pictures are there alone.
        rtf: html.includes("file:/") ? from.getData("text/rtf") : "",
        files: plain ? [] : [...from.files],
      }
      if (brought.html.includes(OWN) || !(brought.html || brought.text || brought.files.length)) return false
      event.preventDefault()
      options.bring(editor, brought, plain)
      return true
    }
    return [
      new Plugin({
        key: new PluginKey("pasting"),
        // Who copied elsewhere comes back to this window.
        view: () => {
          window.addEventListener("focus", options.expect)
          return { destroy: () => window.removeEventListener("focus", options.expect) }
        },
        props: {
          clipboardSerializer: markedSerializer(editor),
          handleDOMEvents: {
            keydown: (_view, { shiftKey, key }) => {
              if (key !== "Insert") shift = shiftKey
              if (key === "Control" || key === "Meta") options.expect()
              return false
            },
            contextmenu: () => {
              options.expect()
              return false
            },
            dragenter: () => {
              options.expect()
              return false
            },
            keyup: () => {
              shift = false
              return false
            },
            paste: (view, event) => !view.composing && take(event, event.clipboardData, shift),
            drop: (view, event) => {
              if (view.dragging || event.dataTransfer?.getData("text/html").includes(OWN)) return false
              if (!event.dataTransfer?.files.length && !event.dataTransfer?.types.includes("text/html")) return false
              moveTo(view, event)
              return take(event, event.dataTransfer, false)
            },
          },
        },
      }),
    ]
  },
})

function markedSerializer({ schema }: Editor) {
  const serializer = DOMSerializer.fromSchema(schema)
  const marked = new DOMSerializer(serializer.nodes, serializer.marks)
  marked.serializeFragment = (fragment: Fragment, options, target) => {
    const made = serializer.serializeFragment(fragment, options, target)
    if (made.firstChild instanceof Element) made.firstChild.setAttribute(OWN, "")
    return made
  }
  return marked
}

/** The caret goes where something is let fall. */
function moveTo(view: EditorView, { clientX, clientY }: DragEvent) {
  const place = view.posAtCoords({ left: clientX, top: clientY })
  if (!place) return
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))))
  view.focus()
}
