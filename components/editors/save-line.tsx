"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { offerOf, type Saving, words } from "@/lib/story/saving"
import styles from "./act-bar.module.css"
import type { Doors } from "./doors"
import { SignInAgain } from "./sign-in-again"

/** Whether everything is saved, in words that are true, what the writer can do about it, and who else is in the story. */
export function SaveLine({ state, unkept, present, email, signIn, onRetry, onChoose }: SaveLineProps) {
  const [signingIn, setSigningIn] = useState(false)
  const offer = offerOf(state)
  return (
    <>
      <span role="status" className={state.phase === "saved" ? styles.saved : styles.unsaved}>
        {words(state)}
        {unkept && state.phase !== "saved" && ` ${UNKEPT}`}
      </span>
      {offer === "retry" && (
        <Button small onClick={onRetry}>
          Try again
        </Button>
      )}
      {offer === "choose" && (
        <Button small look="strong" onClick={onChoose}>
          Look at both texts
        </Button>
      )}
      {offer === "sign in" && (
        <Button small look="strong" onClick={() => setSigningIn(true)}>
          Sign in
        </Button>
      )}
      <span aria-live="polite" className={styles.present}>
        {present}
      </span>
      {signingIn && (
        <SignInAgain
          {...{ email, signIn }}
          onClose={() => setSigningIn(false)}
          onSignedIn={() => {
            setSigningIn(false)
            onRetry()
          }}
        />
      )}
    </>
  )
}

const UNKEPT = "This browser cannot keep a copy of it: its storage is full or forbidden. Leave this page open."

type SaveLineProps = {
  state: Saving
  /** the browser cannot keep what is not saved */
  unkept: boolean
  /** who else has the story open, in words */
  present: string
  email: string
  signIn: Doors["signIn"]
  onRetry: () => void
  /** both texts are to be shown */
  onChoose: () => void
}
