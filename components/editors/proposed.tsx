import type { Proposal } from "@/lib/versions/proposal"
import styles from "./act-bar.module.css"

const CALLED = { minor: "a minor change", update: "an update", correct: "a correction" } as const

/** What the unpublished changes seem to be, and the way to look at them. */
export const Proposed = ({ proposal: { act, because }, storyId }: { proposal: Proposal; storyId: string }) => (
  <p className={styles.proposal}>
    This looks like {CALLED[act]}: {because}{" "}
    <a href={`/newsroom/stories/${storyId}/changes`} target="_blank" rel="noreferrer">
      See what changed
    </a>
  </p>
)
