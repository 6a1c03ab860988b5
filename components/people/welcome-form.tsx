"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { problemOf, refusalIn } from "@/lib/form-answer"
import { SHORTEST } from "@/lib/people/password"
import type { Answer, Ask } from "./ask"
import styles from "./form.module.css"

type WelcomeFormProps = {
  welcome: Ask
  token: string
  /** whose password is chosen; absent for the first administrator, who says who they are */
  email?: string
}

export function WelcomeForm({ welcome, token, email }: WelcomeFormProps) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(welcome, null)
  const refusal = refusalIn(answer)
  const said = (field: string) => (answer && field in answer ? String(Reflect.get(answer, field) ?? "") : "")
  return (
    <form action={submit} className={styles.form}>
      {refusal && (
        <Notice tone="problem" role="alert">
          {refusal}
        </Notice>
      )}
      <input type="hidden" name="token" value={token} />
      {email === undefined ? (
        <>
          <TextField
            label="Name"
            name="name"
            autoComplete="name"
            required
            maxLength={200}
            defaultValue={said("name")}
          />
          <TextField
            label="Email"
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={320}
            defaultValue={said("email")}
            problem={problemOf(answer, "email")}
          />
        </>
      ) : (
        <TextField label="Email" name="email" type="email" autoComplete="username" readOnly value={email} />
      )}
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={SHORTEST}
        maxLength={200}
        hint={`At least ${SHORTEST} characters. A few words together are easy to keep and hard to guess.`}
      />
      <Button type="submit" look="strong" disabled={pending}>
        {pending ? "Saving…" : "Save and sign in"}
      </Button>
    </form>
  )
}
