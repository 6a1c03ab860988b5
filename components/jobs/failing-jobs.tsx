import { momentOf } from "@/lib/dates"
import { labelOfKind } from "@/lib/jobs/labels"
import styles from "./jobs.module.css"

type Job = { id: string; kind: string; about: string; attempts: number; lastError: string; runAt: Date }

/** What failed, and when it will be tried again. */
export const FailingJobs = ({ jobs }: { jobs: readonly Job[] }) => (
  <section aria-labelledby="failing">
    <h2 id="failing">To be tried again</h2>
    <ul className={styles.lines}>
      {jobs.map(({ id, kind, about, attempts, lastError, runAt }) => (
        <li key={id}>
          <p>
            <strong>{labelOfKind(kind)}</strong>, tried {attempts === 1 ? "once" : `${attempts} times`}; again on{" "}
            {momentOf(runAt)}
          </p>
          <p className={styles.why}>{lastError}</p>
          <code className={styles.about}>{about}</code>
        </li>
      ))}
    </ul>
  </section>
)
