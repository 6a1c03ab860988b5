"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { Outcome } from "@/components/ui/outcome"
import { SHORTEST } from "@/lib/people/password"
import type { Answer, Ask } from "./ask"
import styles from "./form.module.css"

export function OwnPassword({ change, email }: { change: Ask; email: string }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(change, null)
  return (
    <form action={submit} className={styles.form}>
      <Outcome answer={answer} />
      {/* For password managers, which want to know whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Present password"
        name="present"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
      />
      <TextField
        label="New password"
        name="wanted"
        type="password"
        autoComplete="new-password"
        required
        minLength={SHORTEST}
        maxLength={200}
        hint={`At least ${SHORTEST} characters. A few words together are easy to keep and hard to guess.`}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={pending}>
          Change password
        </Button>
      </div>
    </form>
  )
}
