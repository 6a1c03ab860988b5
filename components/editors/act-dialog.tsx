"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { ACTS, type Act, rowOf } from "@/lib/story/acts"
import { ActImpact } from "./act-impact"
import type { Doors } from "./doors"
import styles from "./forms.module.css"

/** What an act asks before it happens: words, or a time. */
export function ActDialog({
  act,
  storyId,
  impact,
  pending,
  busy,
  problem,
  words,
  onWords,
  onAct,
  onClose,
}: ActDialogProps) {
  const [time, setTime] = useState("")
  const [clarifies, setClarifies] = useState(false)
  const { label, asksFor } = rowOf(act)
  const at = time ? new Date(time) : null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void onAct(act, { note: String(form.get("note") ?? ""), at: at?.toISOString() ?? null, clarifies })
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
        {act === "correct" && !pending && (
          <Notice>Nothing in the text has changed since the live version: readers will have these words alone.</Notice>
        )}
        {act === "withdraw" && (
          <>
            <p>{WITHDRAWN}</p>
            <ActImpact storyId={storyId} impact={impact} />
          </>
        )}
        {act === "correct" && <Kind clarifies={clarifies} onChoose={setClarifies} />}
        {asksFor && (
          <TextArea
            label={clarifies ? "What could be misunderstood, and what is meant" : asksFor}
            name="note"
            data-first
            rows={4}
            maxLength={5_000}
            value={words}
            onChange={(event) => onWords(event.target.value)}
          />
        )}
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

/** A correction stands above the text, a clarification below it. */
const Kind = ({ clarifies, onChoose }: { clarifies: boolean; onChoose: (clarifies: boolean) => void }) => (
  <fieldset className={styles.choices}>
    <legend>What it is</legend>
    <label>
      <input type="radio" name="kind" value="correction" checked={!clarifies} onChange={() => onChoose(false)} />
      Correction: something was wrong. Readers see it above the text.
    </label>
    <label>
      <input type="radio" name="kind" value="clarification" checked={clarifies} onChange={() => onChoose(true)} />
      Clarification: it could be misunderstood. Readers see it below the text.
    </label>
  </fieldset>
)

const WITHDRAWN =
  "The story leaves every page, list, feed and search at once; its address says that it is gone (410), with this notice. Restore makes a draft of it again."

const TITLES: Partial<Record<Act, string>> = {
  sendBack: "Send the story back to its writer",
  schedule: "Publish later",
  correct: "Publish a correction",
  withdraw: "Withdraw the story",
}

/** What came with it. */
export type Asked = { note?: string; at?: string | null; clarifies?: boolean }

type ActDialogProps = {
  act: Act
  storyId: string
  impact: Doors["impact"]
  /** is there anything that readers do not have yet? */
  pending: boolean
  busy: boolean
  problem: string
  /** what was written for this act, which stays when the dialog is closed */
  words: string
  onWords: (words: string) => void
  onAct: (act: Act, asked: Asked) => Promise<string>
  onClose: () => void
}
