"use client"

import { useId } from "react"
import { keepable } from "@/lib/text"
import styles from "./written-line.module.css"

/** A headline or standfirst as it will look: one paragraph that grows with its words. A pasted line break becomes a space. */
export function WrittenLine({ label, look, value, limit, maxLength, language, readOnly, onWrite }: WrittenLineProps) {
  const id = useId()
  const tooLong = limit !== null && value.length > limit
  return (
    <div className={`${styles.line} ${styles[look]}`}>
      <div className={styles.above}>
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-count`} className={tooLong ? styles.over : styles.count}>
          {countOf(value, limit)}
        </span>
      </div>
      {/* The unseen twin gives the field its height, without measuring. */}
      <div className={styles.grow}>
        <div aria-hidden className={styles.twin}>
          {`${value} `}
        </div>
        <textarea
          id={id}
          aria-describedby={`${id}-count`}
          data-place={look}
          rows={1}
          lang={language}
          spellCheck
          maxLength={maxLength}
          readOnly={readOnly}
          value={value}
          onChange={(event) => onWrite(keepable(event.target.value).replace(/\s*[\r\n]+\s*/g, " "))}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault()
          }}
        />
      </div>
    </div>
  )
}

function countOf({ length }: string, limit: number | null) {
  if (limit === null) return `${length} ${length === 1 ? "character" : "characters"}`
  return length > limit
    ? `${length} of ${limit} characters, ${length - limit} too many`
    : `${length} of ${limit} characters`
}

type WrittenLineProps = {
  label: string
  look: "headline" | "standfirst"
  value: string
  /** how long its section wants it, in characters; null: as long as it likes */
  limit: number | null
  maxLength: number
  language: string
  readOnly: boolean
  onWrite: (words: string) => void
}
