"use client"

import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from "react"
import styles from "./drop.module.css"

type Props = { look: "note" | "plain"; summary: ReactNode; children: ReactNode; onOpen?: () => void }

/** What drops down from a word in a bar, over what is below. Escape, leaving it and choosing something in it close it. */
export function Drop({ look, summary, children, onOpen }: Props) {
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
  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("button, a")) close()
  }
  return (
    <details
      ref={place}
      className={styles.place}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onClick={onClick}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary className={`${styles.word} ${styles[look]}`}>{summary}</summary>
      <div className={styles.list}>{children}</div>
    </details>
  )
}
