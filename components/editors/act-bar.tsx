"use client"

import { ArrowUpRight, Eye } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Person } from "@/lib/people/people"
import { type Act, actsOpenTo, rowOf } from "@/lib/story/acts"
import type { Approval } from "@/lib/story/approval"
import { type Autosave, words } from "@/lib/story/autosave"
import { hasUnpublishedChanges, type Story } from "@/lib/story/story"
import styles from "./act-bar.module.css"
import { ActButtons } from "./act-buttons"
import { ActDialog, type Asked } from "./act-dialog"
import { ONLY_THE_CORRECTION, ONWARD, SAID } from "./act-words"
import { Approved } from "./approved"
import { type Doors, sentenceOf } from "./doors"
import { Proposed } from "./proposed"
import { Standing } from "./standing"
import { ToCheck } from "./to-check"
import { useProposal } from "./use-proposal"

/** Where the story stands, whether it is saved, and everything that this person may do with it now. */
export function ActBar({
  story,
  person,
  address,
  state,
  flush,
  revision,
  warnings,
  doors: { perform, impact, propose },
  onRetry,
  onDone,
  onOvertaken,
  aside,
  typed,
  approval,
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

  const act = async (name: Act, { note = "", at = null, clarifies = false, as = "update" }: Asked = {}) => {
    setProblem("")
    setHappened("")
    setBusy(true)
    const refusal = await attempt(name, { note, at, clarifies, as }).catch(
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
    const answer = await perform({ by: person.id, id: story.id, revision: revision(), act: name, ...asked })
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
    if (rowOf(name).asksFor || rowOf(name).asksWhen) setAsking(name)
    else void act(name)
  }
  const open = openHere(person, story, approval)
  const proposal = useProposal(
    propose,
    story.id,
    story.revision,
    open.includes("update") && pending && state.phase === "saved",
  )
  const onAside = pending && open.includes("update") ? aside.put : null

  return (
    <div className={styles.place}>
      <div className={styles.bar}>
        <Standing story={story} pending={pending}>
          <Approved approval={approval} storyId={story.id} revision={savedRevision(story, state)} />
          <span role="status" className={state.phase === "saved" ? styles.saved : styles.unsaved}>
            {words(state)}
          </span>
          {(state.phase === "broken" || state.phase === "refused") && (
            <Button small onClick={onRetry}>
              Try again
            </Button>
          )}
        </Standing>
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
          <ActButtons {...{ open, busy, onAside }} proposed={proposal?.act ?? null} onChoose={choose} />
        </div>
      </div>
      {proposal && <Proposed proposal={proposal} storyId={story.id} />}
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
            typed,
            pending,
            proposed: proposal?.act ?? "update",
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

/** The draft's revision as it is on the screen; null while something is not saved. */
const savedRevision = ({ revision }: Story, { phase }: Autosave) => (phase === "saved" ? revision : null)

/** Where no approval is needed nobody is asked to approve. */
const openHere = (person: Person, story: Story, { needed }: Approval) =>
  actsOpenTo(person, story).filter((name) => name !== "approve" || needed)

type ActBarProps = {
  story: Story
  person: Person
  address: string | null
  state: Autosave
  flush: () => Promise<boolean>
  /** the revision that the screen stands on now */
  revision: () => number
  warnings: readonly string[]
  doors: Pick<Doors, "perform" | "impact" | "propose">
  onRetry: () => void
  onDone: (story: Story) => void
  onOvertaken: (theirs: Story) => void
  approval: Approval
  /** see ActDialog */
  typed: boolean
  /** `put`: null while there are changes aside already */
  aside: { put: (() => void) | null }
}
