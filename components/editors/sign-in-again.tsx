"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { refusalIn } from "@/lib/form-answer"
import type { Doors } from "./doors"
import forms from "./forms.module.css"

type Props = { email: string; signIn: Doors["signIn"]; onClose: () => void; onSignedIn: () => void }

/** Signing in where one is: what was written stays on the screen, and is saved then. */
export function SignInAgain({ email, signIn, onClose, onSignedIn }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState("")
  const submit = async (form: FormData) => {
    setBusy(true)
    const answer = await signIn({ email, password: String(form.get("password") ?? "") }).catch(() => AWAY)
    setBusy(false)
    const refused = refusalIn(answer)
    if (refused) setProblem(refused)
    else onSignedIn()
  }
  return (
    <Dialog title="Sign in again" onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit(new FormData(event.currentTarget))
        }}
      >
        {problem && (
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        )}
        <TextField label="Email" name="email" type="email" autoComplete="username" readOnly value={email} />
        <TextField
          label="Password"
          data-first
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={1000}
        />
        <Button type="submit" look="strong" disabled={busy}>
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
    </Dialog>
  )
}

const AWAY = {
  refused: "The newsroom does not answer here. Sign in in another tab: what you wrote stays, and is saved then.",
}
