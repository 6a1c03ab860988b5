import { momentOf } from "@/lib/dates"
import type { Receipt as Found } from "@/lib/nodes/receipts"
import { ACTS, type Act } from "@/lib/story/acts"
import type { HistoryLine } from "./doors"
import styles from "./panel.module.css"
import { Receipt } from "./receipt"

/** Who did what, and when; the last first. */
export function HistoryPanel({ storyId, lines, receipts }: Props) {
  const receiptOf = (position: number) => {
    const receipt = receipts.find((one) => one.position === position)
    return receipt && <Receipt receipt={receipt} />
  }
  return (
    <section aria-labelledby="history" className={styles.panel}>
      <h2 id="history">History</h2>
      <p>
        <a href={`/newsroom/stories/${storyId}/history`}>Versions and drafts: who changed what</a>
      </p>
      {lines.length === 0 ? (
        <p className={styles.soft}>Nothing has happened yet: it is a new draft.</p>
      ) : (
        <ol className={styles.lines}>
          {lines.toReversed().map((line) => (
            <li key={line.position}>
              <p>
                <strong>{labelOf(line.act)}</strong> by {line.actor?.name ?? "the clock"}
                {line.due && <span className={styles.soft}>, for {momentOf(line.due)}</span>}
                {line.version !== null && <span className={styles.soft}>, version {line.version}</span>}
              </p>
              <p className={styles.soft}>{momentOf(line.at)}</p>
              {line.note && <blockquote className={styles.note}>{line.note}</blockquote>}
              {receiptOf(line.position)}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

type Props = { storyId: string; lines: readonly HistoryLine[]; receipts: readonly Found[] }

const labelOf = (act: string) => (Object.hasOwn(ACTS, act) ? ACTS[act as Act].label : (OTHERS[act] ?? act))

/** What happened to a draft without being an act. */
const OTHERS: Record<string, string> = { setAside: "Changes set aside", bringBack: "Changes brought back" }
