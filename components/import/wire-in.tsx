"use client"

import { FileText } from "lucide-react"
import { type DragEvent, useId, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import { decode, MAX_WIRE_BYTES, tooLarge } from "@/lib/wire/decode"
import styles from "./import.module.css"

type Props = {
  text: string
  onText: (text: string) => void
  onRead: (text: string) => void
  onProblem: (sentence: string) => void
}

/** Where a wire comes in: typed, pasted, dropped, or chosen as a file. */
export function WireIn({ text, onText, onRead, onProblem }: Props) {
  const [isOver, setOver] = useState(false)
  const [from, setFrom] = useState("")
  const file = useRef<HTMLInputElement>(null)
  const id = useId()

  const take = async (given: File) => {
    const decoded =
      given.size > MAX_WIRE_BYTES ? tooLarge(given.size) : decode(new Uint8Array(await given.arrayBuffer()))
    if ("refused" in decoded) return onProblem(`${given.name}: ${decoded.refused}`)
    setFrom(`${given.name}: ${decoded.why}`)
    onText(decoded.text)
    onRead(decoded.text)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [given] = event.dataTransfer.files
    if (given) void take(given)
    else onText(text + event.dataTransfer.getData("text/plain"))
  }

  return (
    <form
      className={`${styles.in} ${isOver ? styles.over : ""}`}
      onSubmit={(event) => {
        event.preventDefault()
        onRead(text)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <TextArea
        label="Wire text"
        className={styles.wire}
        rows={18}
        value={text}
        spellCheck={false}
        hint={from || "Plain text, up to 2 MB. A file may be UTF-8, UTF-16, Windows-1252 or ISO-8859-15."}
        onChange={(event) => onText(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="strong">
          Read the wire
        </Button>
        <Button onClick={() => file.current?.click()}>
          <FileText size={16} aria-hidden />
          Choose a file
        </Button>
        <label className="unseen" htmlFor={id}>
          Wire file
        </label>
        <input
          id={id}
          ref={file}
          type="file"
          tabIndex={-1}
          accept="text/plain,.txt"
          className="unseen"
          onChange={({ target }) => {
            const [given] = target.files ?? []
            target.value = ""
            if (given) void take(given)
          }}
        />
        {text && (
          <Button look="quiet" onClick={() => onText("")}>
            Clear
          </Button>
        )}
      </div>
    </form>
  )
}
