import { Button } from "@/components/ui/button"
import { momentOf } from "@/lib/dates"
import type { ArrangedPage } from "@/lib/front/arrangement"
import { changeInWords } from "@/lib/front/changes"
import panel from "../editors/panel.module.css"
import styles from "./front-screen.module.css"

/** Who changed what on this page, newest first; every arrangement can be put back. */
export function Changes({ present: { history, inForce }, headlineOf, held, onPutBack }: ChangesProps) {
  return (
    <section aria-labelledby="changes" className={panel.panel}>
      <h2 id="changes">Changes</h2>
      {history.length === 0 && <p className={panel.soft}>Nobody has arranged this page yet.</p>}
      {held && history.length > 0 && (
        <p className={panel.soft}>Save or discard your changes to put an earlier arrangement back.</p>
      )}
      {history.length > 0 && (
        <ol className={styles.lines}>
          {history.map((change) => (
            <li key={change.number}>
              <p>
                <strong>{change.by.name}</strong> {changeInWords(history, change, headlineOf)}.
              </p>
              <p className={styles.foot}>
                <span className={panel.soft}>
                  {change.number}. {momentOf(change.madeAt)}
                  {change.number === inForce?.number && ", in force"}
                </span>
                {change.kind !== "cancel" && change.number !== inForce?.number && (
                  <Button
                    small
                    look="quiet"
                    disabled={held}
                    onClick={() => onPutBack(change.number)}
                    aria-label={`Put arrangement ${change.number} back`}
                  >
                    Put back
                  </Button>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

type ChangesProps = {
  present: ArrangedPage
  headlineOf: (story: string) => string
  /** there are changes at hand that putting another arrangement back would lose */
  held: boolean
  onPutBack: (number: number) => void
}
