"use client"

import { useActionState } from "react"
import type { Answer, Ask } from "@/components/people/ask"
import { Button } from "@/components/ui/button"
import { Outcome } from "@/components/ui/outcome"
import { momentOf } from "@/lib/dates"
import { labelOfKind } from "@/lib/jobs/labels"
import styles from "./jobs.module.css"

type Job = { id: string; kind: string; about: string; attempts: number; lastError: string; deadAt: Date | null }

/** What was given up, why, and what can be done about it. */
export function DeadJobs({ jobs, again, drop }: { jobs: readonly Job[]; again: Ask; drop: Ask }) {
  const [tried, retry, trying] = useActionState<Answer, FormData>(again, null)
  const [gone, remove, removing] = useActionState<Answer, FormData>(drop, null)
  return (
    <section aria-labelledby="dead">
      <h2 id="dead">Given up</h2>
      <Outcome answer={tried} />
      <Outcome answer={gone} />
      <ul className={styles.lines}>
        {jobs.map(({ id, kind, about, attempts, lastError, deadAt }) => (
          <li key={id}>
            <p>
              <strong>{labelOfKind(kind)}</strong>
              {deadAt && ` on ${momentOf(deadAt)}`}, after {attempts} {attempts === 1 ? "attempt" : "attempts"}
            </p>
            <p className={styles.why}>{lastError}</p>
            <code className={styles.about}>{about}</code>
            <div className={styles.buttons}>
              <form action={retry}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" small disabled={trying}>
                  Try again
                </Button>
              </form>
              <form action={remove}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" small look="quiet" disabled={removing}>
                  Drop it
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
