import { type ReactNode, useId } from "react"
import styles from "./settings-part.module.css"

export function SettingsPart({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const name = useId()
  return (
    <section aria-labelledby={name} className={styles.part}>
      <div>
        <h2 id={name}>{title}</h2>
        <p className={styles.lead}>{lead}</p>
      </div>
      {children}
    </section>
  )
}
