"use client"

import { useId } from "react"
import { keepable } from "@/lib/text"
import styles from "./written-line.module.css"

/** A headline or standfirst as it will look: one paragraph that grows with its words. A pasted line break becomes a space. */
export function WrittenLine({ label, look, value, maxLength, language, readOnly, onWrite }: WrittenLineProps) {
  const id = useId()
  return (
    <div className={`${styles.line} ${styles[look]}`}>
      <label htmlFor={id}>{label}</label>
      {/* The unseen twin gives the field its height, without measuring. */}
      <div className={styles.grow}>
        <div aria-hidden className={styles.twin}>
          {`${value} `}
        </div>
        <textarea
          id={id}
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

type WrittenLineProps = {
  label: string
  look: "headline" | "standfirst"
  value: string
  maxLength: number
  language: string
  readOnly: boolean
  onWrite: (words: string) => void
}
