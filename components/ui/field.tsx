import { type ComponentProps, type ReactNode, useId } from "react"
import styles from "./field.module.css"

type Around = { label: string; hint?: ReactNode; problem?: string; className?: string }

/** What joins a control to its words: a label it is named by, a hint and a problem it is described by. */
function useWords({ hint, problem }: Around) {
  const id = useId()
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ")
  return { id, "aria-describedby": described || undefined, "aria-invalid": problem ? true : undefined }
}

function Frame({ id, label, hint, problem, className, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={[styles.field, className].filter(Boolean).join(" ")}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

export function TextField({ label, hint, problem, className, ...rest }: Around & ComponentProps<"input">) {
  const words = useWords({ label, hint, problem })
  return (
    <Frame {...{ label, hint, problem, className }} id={words.id}>
      <input className={styles.control} {...words} {...rest} />
    </Frame>
  )
}

export function TextArea({ label, hint, problem, className, ...rest }: Around & ComponentProps<"textarea">) {
  const words = useWords({ label, hint, problem })
  return (
    <Frame {...{ label, hint, problem, className }} id={words.id}>
      <textarea className={`${styles.control} ${styles.area}`} {...words} {...rest} />
    </Frame>
  )
}

/** A choice among a few. Its options are children, as in HTML. */
export function Select({ label, hint, problem, className, ...rest }: Around & ComponentProps<"select">) {
  const words = useWords({ label, hint, problem })
  return (
    <Frame {...{ label, hint, problem, className }} id={words.id}>
      <select className={`${styles.control} ${styles.select}`} {...words} {...rest} />
    </Frame>
  )
}

export function Checkbox({ label, className, ...rest }: { label: ReactNode } & ComponentProps<"input">) {
  return (
    <label className={[styles.check, className].filter(Boolean).join(" ")}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  )
}
