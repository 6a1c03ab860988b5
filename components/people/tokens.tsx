"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { KeptForm } from "@/components/ui/kept-form"
import { Notice } from "@/components/ui/notice"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"
import type { Answer, Ask } from "./ask"
import styles from "./form.module.css"
import { Secret } from "./one-time-address"

type TokenLine = { id: string; name: string; made: string; used: string }
type TokensProps = { tokens: readonly TokenLine[]; create: Ask; revoke: Ask }

export function Tokens({ tokens, create, revoke }: TokensProps) {
  const [made, submit, pending] = useActionState<Answer, FormData>(create, null)
  const [ended, end, ending] = useActionState<Answer, FormData>(revoke, null)
  return (
    <div className={styles.stack}>
      {tokens.length > 0 && (
        <ul className={styles.list}>
          {tokens.map(({ id, name, made, used }) => (
            <li key={id} className={styles.row}>
              <span>
                <strong>{name}</strong>
                <span className={styles.soft}>
                  {" "}
                  made {made}, last used {used === "never" ? "never" : used}
                </span>
              </span>
              <form action={end}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" small disabled={ending} aria-label={`End ${name}`}>
                  End
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Outcome answer={ended} />
      <KeptForm action={submit} answer={made} className={styles.form}>
        <Outcome answer={made} />
        <div className={styles.line}>
          <TextField
            label="What will use the token"
            name="name"
            required
            maxLength={100}
            problem={problemOf(made, "name")}
          />
          <Button type="submit" disabled={pending}>
            Create token
          </Button>
        </div>
      </KeptForm>
      {made && "token" in made && (
        <>
          <Notice tone="good" role="status">
            Copy the token now: it is not shown again.
          </Notice>
          <Secret label="Token" value={String(made.token)} />
        </>
      )}
    </div>
  )
}
