import type { ReactNode } from "react"
import styles from "./page.module.css"

/** A screen of the newsroom: its name, what can be done from here, and the rest. `narrow` is for forms. */
export function Page({ title, lead, actions, narrow, children }: PageProps) {
  return (
    <div className={`${styles.page} ${narrow ? styles.narrow : ""}`}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

type PageProps = { title: string; lead?: ReactNode; actions?: ReactNode; narrow?: boolean; children: ReactNode }
