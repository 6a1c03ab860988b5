import type { ReactNode } from "react"
import styles from "./door.module.css"

/** A screen for people who are not signed in: the paper's name, one task, nothing else. */
export function Door({ paperName, title, lead, children }: DoorProps) {
  return (
    <main className={styles.door}>
      <div className={styles.sheet}>
        <p className={styles.nameplate}>{paperName}</p>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  )
}

type DoorProps = { paperName: string; title: string; lead?: ReactNode; children?: ReactNode }
