import type { ReactNode } from "react"
import styles from "./empty.module.css"

/** What a list shows when there is nothing in it: what it is for, and the next step. `screen`: it stands for a whole screen, and is its heading. */
export function Empty({ title, screen, children }: { title: string; screen?: true; children?: ReactNode }) {
  const Title = screen ? "h1" : "p"
  return (
    <div className={styles.empty}>
      <Title className={styles.title}>{title}</Title>
      {children}
    </div>
  )
}
