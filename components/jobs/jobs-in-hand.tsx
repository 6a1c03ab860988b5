import { momentOf } from "@/lib/dates"
import { labelOfKind } from "@/lib/jobs/labels"
import styles from "./jobs.module.css"

type Job = {
  id: string
  kind: string
  about: string
  heldSince: Date | null
  stepsDone: number | null
  steps: number | null
}

/** What is worked on while somebody looks, and how far it got. */
export const JobsInHand = ({ jobs }: { jobs: readonly Job[] }) => (
  <section aria-labelledby="in-hand">
    <h2 id="in-hand">Going on now</h2>
    <ul className={styles.lines}>
      {jobs.map(({ id, kind, about, heldSince, stepsDone, steps }) => (
        <li key={id}>
          <p>
            <strong>{labelOfKind(kind)}</strong>
            {heldSince && <>, since {momentOf(heldSince)}</>}
            {stepsDone !== null && steps !== null && (
              <>
                {" "}
                <progress className={styles.progress} value={stepsDone} max={steps} aria-hidden="true" /> {stepsDone} of{" "}
                {steps}
              </>
            )}
          </p>
          <code className={styles.about}>{about}</code>
        </li>
      ))}
    </ul>
  </section>
)
