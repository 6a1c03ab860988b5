import type { ReactNode } from "react"
import styles from "./empty.module.css"

/** What a list shows when there is nothing in it: what it is for, and the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  )
}
