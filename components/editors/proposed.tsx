import styles from "./act-bar.module.css"
import type { Proposed as Given } from "./use-proposal"

const CALLED = { minor: "a minor change", update: "an update", correct: "a correction" } as const

/** What the unpublished changes seem to be, and the way to look at them; and what another address brings with it. */
export const Proposed = ({ proposal: { act, because, move }, storyId }: { proposal: Given; storyId: string }) => (
  <div className={styles.proposal}>
    <p>
      This looks like {CALLED[act]}: {because}{" "}
      <a href={`/newsroom/stories/${storyId}/changes`} target="_blank" rel="noreferrer">
        See what changed
      </a>
    </p>
    {move && (
      <>
        <p>With it, the address changes:</p>
        <ul>
          {move.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </>
    )}
  </div>
)
