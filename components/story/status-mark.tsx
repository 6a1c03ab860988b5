import type { Status } from "@/lib/story/story"
import styles from "./status-mark.module.css"

/** A story's status: a mark whose shape and colour both tell, and always the word. */
export function StatusMark({ status }: { status: Status }) {
  return (
    <span className={styles.status}>
      <span className={`${styles.mark} ${styles[status]}`} />
      {status[0]?.toUpperCase()}
      {status.slice(1)}
    </span>
  )
}
