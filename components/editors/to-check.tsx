"use client"

import { TriangleAlert } from "lucide-react"
import { type FocusEvent, type KeyboardEvent, useRef } from "react"
import styles from "./to-check.module.css"

/** What somebody may want to look at before readers do, beside the buttons that make it public. None of it stops anything. */
export function ToCheck({ warnings }: { warnings: readonly string[] }) {
  const place = useRef<HTMLDetailsElement>(null)
  const close = () => place.current?.removeAttribute("open")
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== "Escape") return
    close()
    place.current?.querySelector("summary")?.focus()
  }
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close()
  }
  if (!warnings.length) return null
  return (
    <details ref={place} className={styles.place} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className={styles.count}>
        <TriangleAlert size={14} aria-hidden />
        {warnings.length} to check
      </summary>
      <ul className={styles.list}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  )
}
