"use client"

import { type Editor, useEditorState } from "@tiptap/react"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox, TextField } from "@/components/ui/field"
import { keepable } from "@/lib/text"
import styles from "./find-panel.module.css"
import { finding, foundIn, goToFound, lookFor, replaceAllFound, replaceFound, writeThere } from "./finding"

/** Finds words in the body, and puts others in their place. */
export function FindPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const chosen = () => {
    const { from, to, $from, $to } = editor.state.selection
    return $from.parent === $to.parent ? editor.state.doc.textBetween(from, to).slice(0, 200) : ""
  }
  const [words, setWords] = useState(chosen)
  const [instead, setInstead] = useState("")
  const [sameCase, setSameCase] = useState(false)
  const [whole, setWhole] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const [full, setFull] = useState(false)
  const [replaced, setReplaced] = useState(0)
  useEffect(() => {
    const input = field.current?.querySelector("input")
    input?.focus()
    input?.select()
  }, [])
  useEffect(() => {
    finding.begin(editor)
    return () => finding.end(editor)
  }, [editor])
  useEffect(() => {
    setReplaced(0)
    lookFor(editor, { words, sameCase, whole })
  }, [editor, words, sameCase, whole])
  const told = useEditorState({ editor, selector: ({ editor: now }) => standing(now) })
  const close = () => {
    const there = writeThere(editor)
    onClose()
    if (!there) editor.commands.focus()
  }
  const replace = () => setFull(!replaceFound(editor, keepable(instead)))
  const replaceAll = () => {
    const { done, left } = replaceAllFound(editor, keepable(instead))
    setFull(left > 0)
    setReplaced(done)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close()
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.type === "checkbox") return
    event.preventDefault()
    if (event.target.name === "instead") replace()
    else goToFound(editor, event.shiftKey ? -1 : 1)
  }
  return (
    <search aria-label="Find and replace" className={styles.panel} onKeyDown={onKeyDown}>
      <div ref={field} className={styles.fields}>
        <TextField label="Find in the body" value={words} onChange={({ target }) => setWords(target.value)} />
        <TextField
          label="Replace with"
          name="instead"
          value={instead}
          onChange={({ target }) => setInstead(target.value)}
        />
      </div>
      <div className={styles.line}>
        <Checkbox label="Same capitals" checked={sameCase} onChange={({ target }) => setSameCase(target.checked)} />
        <Checkbox label="Whole words" checked={whole} onChange={({ target }) => setWhole(target.checked)} />
        <span aria-live="polite" className={styles.told}>
          {words && [replaced > 0 && `${replaced} replaced`, told, full && FULL].filter(Boolean).join(". ")}
        </span>
      </div>
      <div className={styles.line}>
        <Button small onClick={() => goToFound(editor, -1)}>
          Previous
        </Button>
        <Button small onClick={() => goToFound(editor, 1)}>
          Next
        </Button>
        <Button small onClick={replace}>
          Replace
        </Button>
        <Button small onClick={replaceAll}>
          Replace all
        </Button>
        <Button small look="quiet" onClick={close}>
          Close
        </Button>
      </div>
    </search>
  )
}

const FULL = "Where the new words are too long for their field, nothing was replaced"

function standing({ state }: Editor) {
  const { found, at } = foundIn(state)
  if (!found.length) return "Not in the body"
  const label = found[at]?.field?.label
  return at < 0 ? `${found.length} in the body` : `${at + 1} of ${found.length}${label ? `, in ${label}` : ""}`
}
