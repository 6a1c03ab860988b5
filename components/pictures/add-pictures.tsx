"use client"

import { useRouter } from "next/navigation"
import { type DragEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import styles from "./pictures.module.css"
import { type Line, startQueue } from "./upload-queue"

/** Many pictures at once: chosen or dropped here, each with its own progress and its own no. */
export function AddPictures() {
  const [lines, setLines] = useState<readonly Line[]>([])
  const [over, setOver] = useState(false)
  const router = useRouter()
  const queue = useRef<ReturnType<typeof startQueue>>(undefined)
  const input = useRef<HTMLInputElement>(null)
  queue.current ??= startQueue(setLines, () => router.refresh())
  const busy = lines.some(({ state }) => state === "waiting" || state === "sending")
  useEffect(() => {
    if (!busy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [busy])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    queue.current?.add([...event.dataTransfer.files])
  }
  const done = lines.filter(({ state }) => state === "done").length
  return (
    <section
      aria-label="Add pictures"
      className={`${styles.drop} ${over ? styles.over : ""}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>
        <Button look="strong" onClick={() => input.current?.click()}>
          Add pictures
        </Button>{" "}
        <span className={styles.soft}>or drop them here: JPEG, PNG or WebP, 25 MB each at most.</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Pictures to add"
          accept="image/jpeg,image/png,image/webp"
          onChange={({ target }) => {
            queue.current?.add([...(target.files ?? [])])
            target.value = ""
          }}
        />
      </div>
      {lines.length > 0 && (
        <>
          <p role="status">
            {done} of {lines.length} {lines.length === 1 ? "picture is" : "pictures are"} here.
          </p>
          <ul className={styles.lines} aria-label="Uploads">
            {lines.map((line) => (
              <UploadLine key={line.key} line={line} again={() => queue.current?.again(line.key)} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const WORDS: Record<Line["state"], string> = {
  waiting: "Waiting",
  sending: "Uploading",
  done: "Here",
  refused: "Not taken",
}

function UploadLine({ line, again }: { line: Line; again: () => void }) {
  const { name, state, share, refused } = line
  return (
    <li className={styles.upload}>
      <span>{name}</span>
      <span className={styles.soft}>{WORDS[state]}</span>
      {state === "sending" && <progress max={1} value={share} aria-label={`Upload of ${name}`} />}
      {refused && (
        <span className={styles.refused}>
          {refused}{" "}
          <Button small onClick={again} aria-label={`Try ${name} again`}>
            Try again
          </Button>
        </span>
      )}
    </li>
  )
}
