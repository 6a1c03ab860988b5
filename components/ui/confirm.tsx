"use client"

import { type ReactNode, useState } from "react"
import { Button } from "./button"
import { Dialog, DialogButtons } from "./dialog"
import { Notice } from "./notice"

/** Asks before something goes for good. A refusal is told in it, and it stays open. */
export function Confirm({ title, act, children, remove, onClose }: ConfirmProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState("")
  const go = async () => {
    setBusy(true)
    setProblem("")
    const refusal = await remove()
    setBusy(false)
    if (refusal !== null) setProblem(refusal)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {problem && (
        <Notice tone="problem" role="alert">
          {problem}
        </Notice>
      )}
      <DialogButtons>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="danger" aria-disabled={busy || undefined} onClick={() => busy || void go()}>
          {busy ? "Removing…" : act}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

type ConfirmProps = {
  title: string
  /** what the button says that does it */
  act: string
  children: ReactNode
  /** null when it was done; else why it was not, in a sentence */
  remove: () => Promise<string | null>
  onClose: () => void
}
