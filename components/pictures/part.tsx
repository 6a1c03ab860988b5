import { type ReactNode, useId } from "react"
import styles from "./pictures.module.css"

/** A part of a picture's screen, by name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const name = useId()
  return (
    <section aria-labelledby={name} className={styles.part}>
      <h2 id={name}>{title}</h2>
      {children}
    </section>
  )
}
