import { type ReactNode, useId } from "react"
import styles from "./settings-part.module.css"

/** `id`: where an address leads to it. */
export function SettingsPart({ id, title, lead, children }: SettingsPartProps) {
  const name = useId()
  return (
    <section id={id} aria-labelledby={name} className={styles.part}>
      <div>
        <h2 id={name}>{title}</h2>
        <p className={styles.lead}>{lead}</p>
      </div>
      {children}
    </section>
  )
}

type SettingsPartProps = { id: string; title: string; lead: string; children: ReactNode }
