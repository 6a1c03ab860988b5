"use client"

import { useActionState } from "react"
import type { Answer, Ask } from "@/components/people/ask"
import styles from "@/components/people/form.module.css"
import { Secret } from "@/components/people/one-time-address"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { KeptForm } from "@/components/ui/kept-form"
import { Notice } from "@/components/ui/notice"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"

type Line = { id: string; url: string; taken: string; failed: string }
type Props = { webhooks: readonly Line[]; add: Ask; remove: Ask; again: Ask }

/** Programs elsewhere that are told of every act that readers can see. */
export function Webhooks({ webhooks, add, remove, again }: Props) {
  const [made, submit, adding] = useActionState<Answer, FormData>(add, null)
  const [gone, end, ending] = useActionState<Answer, FormData>(remove, null)
  const [told, tell, telling] = useActionState<Answer, FormData>(again, null)
  return (
    <div className={styles.stack}>
      {webhooks.length > 0 && (
        <ul className={styles.list}>
          {webhooks.map(({ id, url, taken, failed }) => (
            <li key={id} className={styles.row}>
              <span>
                <strong>{url}</strong>
                <span className={styles.soft}>
                  {" "}
                  {taken ? `last took one on ${taken}` : "has taken none yet"}
                  {failed && `, last failed on ${failed}`}
                </span>
              </span>
              <KeptForm action={tell} answer={told} className={styles.line}>
                <input type="hidden" name="id" value={id} />
                <TextField label="Tell again from position" name="after" inputMode="numeric" required />
                <Button type="submit" small disabled={telling} aria-label={`Tell ${url} again`}>
                  Tell again
                </Button>
              </KeptForm>
              <form action={end}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" small disabled={ending} aria-label={`End ${url}`}>
                  End
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Outcome answer={gone} />
      <Outcome answer={told} />
      <KeptForm action={submit} answer={made} className={styles.form}>
        <Outcome answer={made} />
        <div className={styles.line}>
          <TextField label="Address to tell" name="url" type="url" required problem={problemOf(made, "url")} />
          <Button type="submit" disabled={adding}>
            Add webhook
          </Button>
        </div>
      </KeptForm>
      {made && "secret" in made && (
        <>
          <Notice tone="good" role="status">
            Copy the secret now: deliveries are signed with it, and it is not shown again.
          </Notice>
          <Secret label="Secret" value={String(made.secret)} />
        </>
      )}
    </div>
  )
}
