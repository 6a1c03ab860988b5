import type { ReactNode } from "react"
import { StatusMark } from "@/components/story/status-mark"
import { momentOf } from "@/lib/dates"
import type { Story } from "@/lib/story/story"
import styles from "./act-bar.module.css"

const CHANGES = { minor: "minor change", update: "update", correct: "correction" } as const

/** Where a story stands, and what is planned for it. */
export function Standing({ story, pending, children }: { story: Story; pending: boolean; children: ReactNode }) {
  const { status, publishAt, changeAs, embargoUntil, withdrawAt } = story
  return (
    <div className={styles.standing}>
      <StatusMark status={status} />
      {pending && <span className={styles.pending}>Unpublished changes</span>}
      {publishAt && status === "scheduled" && <span className={styles.soft}>for {momentOf(publishAt)}</span>}
      {publishAt && status === "published" && (
        <span className={styles.soft}>
          {CHANGES[changeAs ?? "update"]} on {momentOf(publishAt)}
        </span>
      )}
      {embargoUntil && <span className={styles.pending}>Embargo until {momentOf(embargoUntil)}</span>}
      {withdrawAt && <span className={styles.soft}>to be withdrawn on {momentOf(withdrawAt)}</span>}
      {children}
    </div>
  )
}
