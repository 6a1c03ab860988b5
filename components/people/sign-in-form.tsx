"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { refusalIn } from "@/lib/form-answer"
import type { Answer, Ask } from "./ask"
import styles from "./form.module.css"

type SignInFormProps = { signIn: Ask; next: string; notice?: string }

/** Works as a plain form too, before or without JavaScript. */
export function SignInForm({ signIn, next, notice }: SignInFormProps) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(signIn, null)
  const refusal = refusalIn(answer) ?? notice
  const email = answer && "email" in answer ? String(answer.email) : ""
  return (
    <form action={submit} className={styles.form}>
      {refusal && (
        <Notice tone="problem" role="alert">
          {refusal}
        </Notice>
      )}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={320}
        defaultValue={email}
        key={email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
      />
      <input type="hidden" name="next" value={next} />
      <Button type="submit" look="strong" disabled={pending}>
        {pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  )
}
