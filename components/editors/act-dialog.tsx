"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { ACTS, type Act, rowOf } from "@/lib/story/acts"
import styles from "./forms.module.css"

/** What an act asks before it happens: words, or a time. */
export function ActDialog({ act, busy, problem, onAct, onClose }: ActDialogProps) {
  const [time, setTime] = useState("")
  const { label, asksFor } = rowOf(act)
  const at = time ? new Date(time) : null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = String(new FormData(event.currentTarget).get("note") ?? "")
    void onAct(act, note, at?.toISOString() ?? null)
  }
  return (
    <Dialog title={TITLES[act] ?? label} onClose={onClose}>
      <form onSubmit={send} className={styles.form}>
        {act === "schedule" && (
          <TextField
            label="Date and time"
            type="datetime-local"
            name="at"
            value={time}
            onChange={(event) => setTime(event.target.value)}
            hint={
              <>
                In your time zone, {Intl.DateTimeFormat().resolvedOptions().timeZone}.
                {at && ` The paper says ${momentOf(at)}.`}
              </>
            }
          />
        )}
        {asksFor && <TextArea label={asksFor} name="note" rows={4} maxLength={5_000} />}
        {problem && (
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look={act === "withdraw" ? "danger" : "strong"} disabled={busy}>
            {ACTS[act].label}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

const TITLES: Partial<Record<Act, string>> = {
  sendBack: "Send the story back to its writer",
  schedule: "Publish later",
  correct: "Publish a correction",
  withdraw: "Withdraw the story",
}

type ActDialogProps = {
  act: Act
  busy: boolean
  problem: string
  onAct: (act: Act, note: string, at: string | null) => Promise<string>
  onClose: () => void
}
