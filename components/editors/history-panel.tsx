import { momentOf } from "@/lib/dates"
import { ACTS, type Act } from "@/lib/story/acts"
import type { HistoryLine } from "./doors"
import styles from "./panel.module.css"

/** Who did what, and when; the last first. */
export function HistoryPanel({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <section aria-labelledby="history" className={styles.panel}>
      <h2 id="history">History</h2>
      {lines.length === 0 ? (
        <p className={styles.soft}>Nothing has happened yet: it is a new draft.</p>
      ) : (
        <ol className={styles.lines}>
          {lines.toReversed().map((line) => (
            <li key={line.position}>
              <p>
                <strong>{labelOf(line.act)}</strong> by {line.actor?.name ?? "the clock"}
                {line.version !== null && <span className={styles.soft}>, version {line.version}</span>}
              </p>
              <p className={styles.soft}>{momentOf(line.at)}</p>
              {line.note && <blockquote className={styles.note}>{line.note}</blockquote>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const labelOf = (act: string) => (Object.hasOwn(ACTS, act) ? ACTS[act as Act].label : act)
