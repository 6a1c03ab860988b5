import { Button } from "@/components/ui/button"
import { momentOf, wallOf } from "@/lib/dates"
import type { Arrangement } from "@/lib/front/arrangement"
import panel from "../editors/panel.module.css"
import styles from "./front-screen.module.css"

/** What waits for its time, the next first. */
export function Coming({ page, coming, headlineOf, held, onOpen, onCancel }: ComingProps) {
  return (
    <section aria-labelledby="coming" className={panel.panel}>
      <h2 id="coming">Coming</h2>
      {coming.length === 0 && (
        <p className={panel.soft}>Nothing is scheduled. The page stays as it is until somebody changes it.</p>
      )}
      {coming.length > 0 && (
        <ol className={styles.lines}>
          {coming.map((one) => (
            <li key={one.number}>
              <p>
                <strong>{momentOf(one.from)}</strong>, by {one.by.name}
              </p>
              <p className={panel.soft}>
                {one.slots.length
                  ? one.slots.map(({ story }) => headlineOf(story)).join(" · ")
                  : "No slots: newest first."}
              </p>
              <div className={styles.buttons}>
                <Button
                  small
                  disabled={held}
                  onClick={() => onOpen(one)}
                  aria-label={`Open what comes on ${momentOf(one.from)}`}
                >
                  Open
                </Button>
                <a
                  href={`/newsroom/front/${page}/preview?at=${wallOf(one.from)}`}
                  target="_blank"
                  rel="noopener"
                  className={styles.preview}
                >
                  Preview<span className="unseen"> of {momentOf(one.from)}, opens in a new tab</span>
                </a>
                <Button
                  small
                  look="quiet"
                  onClick={() => onCancel(one.from)}
                  aria-label={`Cancel what comes on ${momentOf(one.from)}`}
                >
                  Cancel
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

type ComingProps = {
  page: string
  coming: readonly Arrangement[]
  headlineOf: (story: string) => string
  /** there are changes at hand that opening another arrangement would lose */
  held: boolean
  onOpen: (one: Arrangement) => void
  onCancel: (from: Date) => void
}
