"use client"

import { ArrowUpRight, Eye } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { StatusMark } from "@/components/story/status-mark"
import { Button, ButtonLink, type Look } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import type { Person } from "@/lib/people/people"
import { ACTS, type Act, actsOpenTo, rowOf } from "@/lib/story/acts"
import { type Autosave, words } from "@/lib/story/autosave"
import { hasUnpublishedChanges, type Story } from "@/lib/story/story"
import styles from "./act-bar.module.css"
import { ActDialog, type Asked } from "./act-dialog"
import { type Doors, sentenceOf } from "./doors"
import { ToCheck } from "./to-check"

/** Where the story stands, whether it is saved, and everything that this person may do with it now. */
export function ActBar({
  story,
  person,
  address,
  state,
  flush,
  revision,
  warnings,
  perform,
  impact,
  onRetry,
  onDone,
  onOvertaken,
}: ActBarProps) {
  const [asking, setAsking] = useState<Act | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState("")
  const [happened, setHappened] = useState("")
  const [written, setWritten] = useState<Partial<Record<Act, string>>>({})
  const said = useRef<HTMLDivElement>(null)
  const pending = hasUnpublishedChanges(story) || (story.liveId !== null && state.phase !== "saved")
  // What was said of an act is said of the text as it was then.
  useEffect(() => {
    if (state.phase === "changed") setHappened("")
  }, [state.phase])

  const act = async (name: Act, { note = "", at = null, clarifies = false }: Asked = {}) => {
    setProblem("")
    setHappened("")
    setBusy(true)
    const refusal = await attempt(name, { note, at, clarifies }).catch(
      () => "The server cannot be reached. Nothing was done; try again.",
    )
    setBusy(false)
    if (refusal) setProblem(refusal)
    else {
      setAsking(null)
      setWritten({})
      // The button that did it is gone, and the focus with it.
      requestAnimationFrame(() => document.activeElement === document.body && said.current?.focus())
    }
    return refusal
  }
  const attempt = async (name: Act, asked: Required<Asked>) => {
    if (!(await flush())) return "The text is not saved yet, so nothing was done. See the line that tells why."
    const answer = await perform({ as: person.id, id: story.id, revision: revision(), act: name, ...asked })
    if ("done" in answer) {
      onDone(answer.done)
      setHappened(name === "correct" && !pending ? ONLY_THE_CORRECTION : SAID[name])
      return ""
    }
    if (!("stale" in answer)) return sentenceOf(answer)
    onOvertaken(answer.stale)
    const moved = answer.stale.status === story.status ? "" : `, and it is ${answer.stale.status} now`
    return `Somebody else changed this story in the meantime${moved}. Look at it, then decide again.`
  }
  const choose = (name: Act) => {
    setProblem("")
    if (rowOf(name).asksFor || name === "schedule") setAsking(name)
    else void act(name)
  }
  const open = actsOpenTo(person, story)

  return (
    <div className={styles.place}>
      <div className={styles.bar}>
        <div className={styles.standing}>
          <StatusMark status={story.status} />
          {pending && <span className={styles.pending}>Unpublished changes</span>}
          {story.publishAt && <span className={styles.soft}>for {momentOf(story.publishAt)}</span>}
          <span role="status" className={state.phase === "saved" ? styles.saved : styles.unsaved}>
            {words(state)}
          </span>
          {(state.phase === "broken" || state.phase === "refused") && (
            <Button small onClick={onRetry}>
              Try again
            </Button>
          )}
        </div>
        <div className={styles.doors}>
          {address && (
            <a href={address} className={styles.public}>
              On the paper
              <ArrowUpRight size={14} aria-hidden />
            </a>
          )}
          <ButtonLink look="quiet" href={`/newsroom/stories/${story.id}/preview`} target="_blank" prefetch={false}>
            <Eye size={16} aria-hidden />
            Preview
          </ButtonLink>
          {open.some((name) => ONWARD.includes(name)) && <ToCheck warnings={warnings} />}
          {open.map((name) => (
            <Button
              key={name}
              look={lookOf(name, open)}
              aria-disabled={busy || undefined}
              onClick={() => !busy && choose(name)}
            >
              {ACTS[name].label}
            </Button>
          ))}
        </div>
      </div>
      <div ref={said} tabIndex={-1} aria-live="polite" className={styles.said}>
        {happened && (
          <Notice tone="good">
            {happened} {address && story.status === "published" && <a href={address}>See it on the paper</a>}
          </Notice>
        )}
      </div>
      {problem && !asking && (
        <div className={styles.said}>
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        </div>
      )}
      {asking && (
        <ActDialog
          {...{
            act: asking,
            storyId: story.id,
            impact,
            pending,
            busy,
            problem,
            onAct: act,
            words: written[asking] ?? "",
          }}
          onWords={(note) => setWritten({ ...written, [asking]: note })}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

/** The next step on a story's way stands out: one button, never two. */
const WAY: readonly Act[] = ["update", "publish", "file", "restore"]

/** What brings words to the desk or to readers: before these, somebody may want to check. */
const ONWARD: readonly Act[] = ["file", "schedule", "publish", "update", "correct"]

function lookOf(name: Act, open: readonly Act[]): Look {
  if (name === WAY.find((step) => open.includes(step))) return "strong"
  return name === "withdraw" ? "danger" : name === "spike" ? "quiet" : "plain"
}

const SAID: Record<Act, string> = {
  file: "Filed: the desk has it.",
  sendBack: "Sent back to the writer.",
  schedule: "Scheduled.",
  unschedule: "Taken off the schedule.",
  publish: "Published.",
  update: "Updated: readers have the new text.",
  correct: "Corrected: readers have the new text, and the correction with it.",
  withdraw: "Withdrawn: readers see the notice in its place.",
  spike: "Spiked. Restore brings it back.",
  restore: "Restored as a draft.",
}
const ONLY_THE_CORRECTION = "Corrected: readers have the correction. The text is as it was."

type ActBarProps = {
  story: Story
  person: Person
  address: string | null
  state: Autosave
  flush: () => Promise<boolean>
  /** the revision that the screen stands on now */
  revision: () => number
  warnings: readonly string[]
  perform: Doors["perform"]
  impact: Doors["impact"]
  onRetry: () => void
  onDone: (story: Story) => void
  onOvertaken: (theirs: Story) => void
}
