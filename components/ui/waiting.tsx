"use client"

import styles from "./alarm.module.css"
import { Notice } from "./notice"
import { useWaiting } from "./patient"

/** Over every screen: the newsroom does not answer, and what was asked for is asked for again. */
export function Waiting() {
  const waiting = useWaiting()
  return (
    <div aria-live="polite" className={waiting ? styles.place : undefined}>
      {waiting && (
        <Notice tone="warning">
          The newsroom does not answer just now. It is asked again by itself; what you write stays here.
        </Notice>
      )}
    </div>
  )
}
