import { momentOf } from "@/lib/dates"
import type { Approval } from "@/lib/story/approval"
import styles from "./act-bar.module.css"

type ApprovedProps = { approval: Approval; storyId: string /** is something not saved yet? */; written: boolean }

/** Of a text that needs approval: whose it has, whether that holds for the text as it is, and what is new since. */
export function Approved({ approval: { needed, given }, storyId, written }: ApprovedProps) {
  if (!needed) return null
  if (!given) return <span className={styles.pending}>Needs approval</span>
  if (given.holds && !written)
    return (
      <span className={styles.soft}>
        Approved by {given.by}, {momentOf(given.at)}
      </span>
    )
  return (
    <span className={styles.pending}>
      Changed since {given.by} approved it:{" "}
      <a href={`/newsroom/stories/${storyId}/changes?since=approval`} target="_blank" rel="noreferrer">
        what changed
      </a>
    </span>
  )
}
