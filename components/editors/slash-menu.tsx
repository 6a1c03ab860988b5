"use client"

import { type Editor, useEditorState } from "@tiptap/react"
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react"
import { type Piece, piecesLike, putIn } from "./new-blocks"
import styles from "./slash-menu.module.css"

type Given = { editor: Editor; ask: (what: "picture" | "embed" | "story") => void }

/**
 * "/" at the start of an empty paragraph offers what may stand there; letters narrow it. The text keeps the focus: the list is told to
 * those who do not see it as the text's own (aria-activedescendant).
 */
export function SlashMenu({ editor, ask }: Given) {
  const id = useId()
  const typed = useEditorState({ editor, selector: ({ editor: now }) => slashIn(now) })
  const [left, setLeft] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const pieces = typed === null || typed === left ? [] : piecesLike(typed)
  const index = Math.min(at, Math.max(0, pieces.length - 1))
  const open = pieces.length > 0

  const choose = (piece: Piece) => {
    const { $from } = editor.state.selection
    editor.chain().focus().deleteRange({ from: $from.start(), to: $from.end() }).run()
    putIn(editor, piece, ask)
  }
  const latest = useRef({ index, choose })
  latest.current = { index, choose }

  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters begin at the first line again
  useEffect(() => setAt(0), [typed])
  useEffect(() => {
    if (typed === null) setLeft(null)
  }, [typed])
  useLayoutEffect(() => {
    const { dom } = editor.view
    if (!open) return
    dom.setAttribute("aria-controls", id)
    dom.setAttribute("aria-haspopup", "listbox")
    dom.setAttribute("aria-activedescendant", `${id}-${index}`)
    return () => {
      for (const name of ["aria-controls", "aria-haspopup", "aria-activedescendant"]) dom.removeAttribute(name)
    }
  }, [editor, id, index, open])
  // At once with the list: a key that is pressed as soon as it is seen is its own.
  useLayoutEffect(() => {
    if (!open) return
    const { dom } = editor.view
    const onKeyDown = (event: KeyboardEvent) => {
      const { index, choose } = latest.current
      const typed = slashIn(editor)
      if (typed === null || event.isComposing || isChord(event)) return
      const pieces = piecesLike(typed)
      const piece = pieces[index]
      const { length } = pieces
      const steps = { ArrowDown: 1, ArrowUp: length - 1 }[event.key]
      if (steps) setAt((index + steps) % length)
      else if (event.key === "Escape") setLeft(typed)
      else if (["Enter", "Tab"].includes(event.key) && piece) choose(piece)
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // Before the text itself takes the key.
    dom.addEventListener("keydown", onKeyDown, { capture: true })
    return () => dom.removeEventListener("keydown", onKeyDown, { capture: true })
  }, [editor, open])

  const menu = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands follows what is typed
  useLayoutEffect(() => {
    if (menu.current) Object.assign(menu.current.style, placeOf(editor, menu.current.offsetHeight))
  }, [editor, open, typed])
  useEffect(() => {
    if (open) document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: "nearest" })
  }, [id, index, open])

  if (!open) return null
  return (
    <div ref={menu} id={id} role="listbox" aria-label="What to put in" className={styles.menu}>
      {pieces.map((piece, number) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus, and names the chosen line
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys come in through the text
        <div
          key={piece.name}
          id={`${id}-${number}`}
          role="option"
          aria-selected={number === index}
          className={styles.piece}
          onMouseDown={(event) => event.preventDefault()}
          onMouseEnter={() => setAt(number)}
          onClick={() => choose(piece)}
        >
          {piece.name}
        </div>
      ))}
    </div>
  )
}

const isChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

/** of the menu, and between it and the line, in CSS pixels */
const WIDTH = 240
const GAP = 4

/** Under the line that is written in, over it where the window ends, and beside its words where neither has room; within the frame of the text. */
function placeOf({ view, state }: Editor, height: number) {
  const frame = view.dom.parentElement?.parentElement?.getBoundingClientRect()
  const { top, bottom, left, right } = view.coordsAtPos(state.selection.from)
  if (!frame) return {}
  const [under, over] = [bottom + GAP, top - GAP - height]
  const y = under + height <= innerHeight ? under : over >= 0 ? over : Math.max(0, innerHeight - height)
  const covers = y < bottom && y + height > top
  const aside = Math.max(0, Math.min((covers ? right + 4 * GAP : left) - frame.left, frame.width - WIDTH))
  return { top: `${y - frame.top}px`, left: `${aside}px` }
}

/** What stands behind a "/" that begins an otherwise empty paragraph, up to the caret; null: there is no such. */
function slashIn({ state: { selection }, isEditable }: Editor): string | null {
  const { $from, empty } = selection
  if (!isEditable || !empty || $from.parent.type.name !== "paragraph") return null
  const words = $from.parent.textContent
  return /^\/[\p{L} ]{0,20}$/u.test(words) && $from.parentOffset === words.length ? words.slice(1) : null
}
