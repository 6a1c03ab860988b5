"use client"

import { X } from "lucide-react"
import { type ReactNode, useEffect, useId, useRef } from "react"
import styles from "./dialog.module.css"

/** A native modal dialog: the browser keeps the focus in it, closes it by Escape and gives the focus back. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) {
      element.showModal()
      // The browser would begin with the button that closes it: the first space of a sentence would throw the sentence away.
      const start = FIRST.map((one) => element.querySelector<HTMLElement>(one)).find((one) => one !== null)
      start?.focus()
    }
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={name}
      className={`${styles.dialog} ${wide ? styles.wide : ""}`}
      // React's strict mode closes and opens it once at the start; the close is told only after it is open again.
      onClose={() => dialog.current?.open || onClose()}
    >
      <header className={styles.head}>
        <h2 id={name}>{title}</h2>
        <button type="button" className={styles.close} aria-label="Close" onClick={() => dialog.current?.close()}>
          <X size={16} aria-hidden />
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** Where a dialog begins: where its content says so, at its first field, or at its first button, which does nothing yet. */
const FIRST = [
  "[data-first]",
  ":is(input, textarea, select):not([type=hidden], :disabled)",
  ":not(header) > button:not(:disabled)",
]

type DialogProps = { title: string; onClose: () => void; children: ReactNode; wide?: boolean }

/** The row of buttons at a dialog's end: the one that does it last, where the hand is. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
