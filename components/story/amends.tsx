import { Link } from "@/components/ui/link"
import { momentOf } from "@/lib/dates"
import type { Amend } from "@/lib/record/amends"
import styles from "./amends.module.css"

const CALLED = { correct: "Correction", withdraw: "Withdrawn", remove: "Removed for legal reasons" } as const

/** Corrections and notices, the newest first: what readers were told, of which story, by whom. */
export const Amends = ({ amends }: { amends: readonly Amend[] }) => (
  <ol className={styles.amends}>
    {amends.map(({ position, act, at, by, note, clarifies, version, story }) => (
      <li key={position}>
        <p className={styles.head}>
          <strong>{clarifies ? "Clarification" : CALLED[act]}</strong>
          {version !== null && `, version ${version}`}, <time dateTime={at.toISOString()}>{momentOf(at)}</time>, by{" "}
          {by ?? "the clock"}
        </p>
        <p>
          <Link href={`/newsroom/stories/${story.id}`} lang={story.language}>
            {story.headline || "A story without a headline"}
          </Link>
          {!story.live && <span className={styles.soft}> (not live)</span>}
        </p>
        {note && (
          <p className={styles.note} lang={story.language}>
            {note}
          </p>
        )}
      </li>
    ))}
  </ol>
)
