"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { ACTS, type Act, rowOf } from "@/lib/story/acts"
import type { Change } from "@/lib/story/story"
import { TAKE_AWAY } from "@/lib/story/taking-away"
import { ActImpact } from "./act-impact"
import type { Doors } from "./doors"
import styles from "./forms.module.css"
import { useTypedWord } from "./typed-word"

/** What an act asks before it happens: words, or a time. */
export function ActDialog({
  act,
  storyId,
  impact,
  typed,
  pending,
  proposed,
  busy,
  problem,
  words,
  onWords,
  onAct,
  onClose,
}: ActDialogProps) {
  const [time, setTime] = useState("")
  const [clarifies, setClarifies] = useState(false)
  const [as, setAs] = useState(proposed)
  const { label, asksWhen } = rowOf(act)
  const corrects = act === "correct" || (act === "scheduleChange" && as === "correct")
  const asksFor = corrects ? ACTS.correct.asksFor : rowOf(act).asksFor
  const at = time ? new Date(time) : null
  const confirmed = useTypedWord(wordFor(act, typed))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!confirmed.isTyped()) return
    const form = new FormData(event.currentTarget)
    void onAct(act, { note: String(form.get("note") ?? ""), at: at?.toISOString() ?? null, clarifies, as })
  }
  return (
    <Dialog title={TITLES[act] ?? label} onClose={onClose}>
      <form onSubmit={send} className={styles.form}>
        {WHAT[act] && <p>{WHAT[act]}</p>}
        {asksWhen && (
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
        {TAKE_AWAY.includes(act) && <ActImpact storyId={storyId} impact={impact} />}
        {act === "scheduleChange" && <ChangeKind as={as} onChoose={setAs} />}
        {corrects && <Kind clarifies={clarifies} onChoose={setClarifies} />}
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
        {confirmed.field}
        {problem && (
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            look={TAKE_AWAY.includes(act) || act === "withdrawLater" ? "danger" : "strong"}
            disabled={busy}
          >
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

/** What a scheduled change will be: the machine proposes, the editor decides. */
const ChangeKind = ({ as, onChoose }: { as: Change; onChoose: (as: Change) => void }) => (
  <fieldset className={styles.choices}>
    <legend>Publish it as</legend>
    {(["update", "minor", "correct"] as const).map((change) => (
      <label key={change}>
        <input type="radio" name="as" value={change} checked={as === change} onChange={() => onChoose(change)} />
        {AS[change]}
      </label>
    ))}
  </fieldset>
)

const AS: Record<Change, string> = {
  update: "Update: there is something new. “Updated” says when.",
  minor: "Minor change: of no weight to readers. “Updated” stays as it was.",
  correct: "Correction or clarification: with words to readers.",
}

const WHAT: Partial<Record<Act, string>> = {
  withdraw:
    "The story leaves every page, list, feed and search at once; its address says that it is gone (410), with this notice. Restore makes a draft of it again.",
  remove:
    "The text is erased for good: of the draft, of every version and draft that was kept, and of the record's proofs. That there were versions, what was done when, and the addresses stay, with this notice. Pictures and backups are not touched: see to them yourself. Nothing brings the text back.",
  withdrawLater:
    "The clock withdraws the story then, with this notice in its place, whether or not somebody is here. “Do not withdraw” undoes it.",
  scheduleChange:
    "Readers have the text that they have until then; what is saved meanwhile goes out with it. Publishing it earlier takes it off the schedule.",
  embargo:
    "It can be written, filed and scheduled for then or later. Publishing before is refused until somebody lifts the embargo.",
}

/** What takes something from readers is not done by a slip. */
const TYPED: Partial<Record<Act, string>> = { withdraw: "withdraw", remove: "remove" }

const wordFor = (act: Act, typed: boolean) => (typed || act === "remove" ? TYPED[act] : undefined)

const TITLES: Partial<Record<Act, string>> = {
  sendBack: "Send the story back to its writer",
  schedule: "Publish later",
  correct: "Publish a correction",
  scheduleChange: "Publish the change later",
  embargo: "Keep the story back",
  askWithdrawal: "Ask somebody to withdraw the story",
  withdrawLater: "Withdraw the story later",
  remove: "Remove the story for legal reasons",
  withdraw: "Withdraw the story",
}

/** What came with it. */
export type Asked = { note?: string; at?: string | null; clarifies?: boolean; as?: Change }

type ActDialogProps = {
  act: Act
  storyId: string
  impact: Doors["impact"]
  /** is the word typed in for what takes a story from readers? Else it takes two people */
  typed: boolean
  /** is there anything that readers do not have yet? */
  pending: boolean
  /** what its changes seem to be */
  proposed: Change
  busy: boolean
  problem: string
  /** what was written for this act, which stays when the dialog is closed */
  words: string
  onWords: (words: string) => void
  onAct: (act: Act, asked: Asked) => Promise<string>
  onClose: () => void
}
