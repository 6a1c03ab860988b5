"use client"

import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import { holdsNothing, holdsUnsaved } from "@/components/ui/unsaved"
import { keepable } from "@/lib/text"
import type { DeskNote } from "./doors"
import styles from "./related-row.module.css"

/** milliseconds without a key */
const PAUSE = 2_000

type Given = { note: DeskNote | undefined; onNote: (text: string) => Promise<string> }

/** The note for the desk: kept after a pause, when the field is left, and before anybody leaves the newsroom. */
export function RelatedNoteField({ note, onNote }: Given) {
  const kept = note?.text ?? ""
  const [typed, setTyped] = useState(kept)
  const [problem, setProblem] = useState("")
  const [said, setSaid] = useState("")
  const before = useRef(kept)
  useEffect(() => {
    setTyped((now) => (now.trim() === before.current ? kept : now))
    before.current = kept
  }, [kept])
  const words = keepable(typed).trim()
  const send = async () => {
    if (words === kept) return true
    setSaid("")
    const refused = await onNote(words).catch(() => AWAY)
    setProblem(refused)
    setSaid(refused ? "" : words ? "Note saved." : "Note removed.")
    return !refused
  }
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    if (words === kept) return
    const keep = () => latest.current()
    const timer = setTimeout(() => void keep(), PAUSE)
    holdsUnsaved(keep)
    return () => {
      clearTimeout(timer)
      holdsNothing(keep)
    }
  }, [words, kept])

  return (
    <>
      <TextArea
        label="Note for the desk"
        rows={2}
        maxLength={400}
        value={typed}
        problem={problem}
        hint="Why it is here. Readers never see it; it is saved by itself."
        onChange={({ target }) => {
          setTyped(target.value)
          setSaid("")
        }}
        onBlur={() => void send()}
      />
      {problem && (
        <div>
          <Button small onClick={() => void send()}>
            Save the note again
          </Button>
        </div>
      )}
      <div aria-live="polite" className={styles.whence}>
        {said}
      </div>
    </>
  )
}

const AWAY = "The server cannot be reached: the note is not saved. Your words stay here."
