import { momentOf } from "@/lib/dates"
import type { Approval } from "@/lib/story/approval"
import styles from "./act-bar.module.css"

type ApprovedProps = {
  approval: Approval
  storyId: string
  /** the draft's as it is on the screen; null while something is not saved */
  revision: number | null
}

/** Of a text that needs approval: whose it has, whether that holds for the text as it is, and what is new since. */
export function Approved({ approval: { needed, revision: told, given }, storyId, revision }: ApprovedProps) {
  if (!needed) return null
  if (!given) return <span className={styles.pending}>Needs approval</span>
  if (given.holds && told === revision)
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
