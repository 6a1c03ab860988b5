"use client"

import { ArrowUpRight, Eye } from "lucide-react"
import { unstable_isUnrecognizedActionError } from "next/navigation"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { offerActs } from "@/components/palette/offered-acts"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Person } from "@/lib/people/people"
import { ACTS, type Act, actsOpenTo, rowOf } from "@/lib/story/acts"
import type { Approval } from "@/lib/story/approval"
import type { Saving } from "@/lib/story/saving"
import { hasUnpublishedChanges, type Story } from "@/lib/story/story"
import styles from "./act-bar.module.css"
import { ActButtons } from "./act-buttons"
import type { Asked } from "./act-dialog"
import { ONLY_THE_CORRECTION, ONWARD, SAID } from "./act-words"
import { Approved } from "./approved"
import { ActDialog } from "./dialogs"
import { type Doors, sentenceOf } from "./doors"
import { Proposed } from "./proposed"
import { Standing } from "./standing"
import { useProposal } from "./use-proposal"

/** Where the story stands, whether it is saved, and everything that this person may do with it now. */
export function ActBar({
  story,
  person,
  address,
  state,
  saveLine,
  flush,
  revision,
  toCheck,
  doors: { perform, impact, propose },
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

  // The button that did it is gone, or will be with its dialog, and the focus with it.
  useEffect(() => {
    if (happened && !asking && !busy && document.activeElement === document.body) said.current?.focus()
  }, [happened, asking, busy])

  const act = async (name: Act, { note = "", at = null, clarifies = false, as = "update" }: Asked = {}) => {
    setProblem("")
    setHappened("")
    setBusy(true)
    const refusal = await attempt(name, { note, at, clarifies, as }).catch(whyNot)
    setBusy(false)
    if (refusal) setProblem(refusal)
    else {
      setAsking(null)
      setWritten({})
    }
    return refusal
  }
  const attempt = async (name: Act, asked: Required<Asked>) => {
    if (!(await flush())) return "The text is not saved yet, so nothing was done. See the line that tells why."
    const answer = await perform({
      by: person.id,
      id: story.id,
      revision: revision(),
      act: name,
      ...asked,
    })
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
  useEffect(() =>
    offerActs(
      open.map((name) => ({
        key: `act ${name}`,
        name: ACTS[name].label,
        detail: THIS_STORY,
        choose: () => choose(name),
      })),
    ),
  )
  const onAside = pending && open.includes("update") ? aside.put : null

  return (
    <section id="acts" aria-label="What can be done with the story" className={styles.place}>
      <div className={styles.bar}>
        <Standing story={story} pending={pending}>
          <Approved approval={approval} storyId={story.id} revision={savedRevision(story, state)} />
          {saveLine}
        </Standing>
        <div className={styles.doors}>
          {address && (
            <a href={address} className={styles.public}>
              On the paper
              <ArrowUpRight size={14} aria-hidden />
            </a>
          )}
          <ButtonLink look="quiet" href={`/newsroom/stories/${story.id}/preview`} target="_blank">
            <Eye size={16} aria-hidden />
            Preview
          </ButtonLink>
          {open.some((name) => ONWARD.includes(name)) && toCheck}
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
    </section>
  )
}

const THIS_STORY = "this story"

/** Server actions go with the build: a screen that was opened before knows the old ones. */
const whyNot = (error: unknown) =>
  unstable_isUnrecognizedActionError(error)
    ? "The newsroom was renewed since you opened this screen. Nothing was done. Your text is saved: load the page again, then do it."
    : "The server cannot be reached. Nothing was done; try again."

/** The draft's revision as it is on the screen; null while something is not saved. */
const savedRevision = ({ revision }: Story, { phase }: Saving) => (phase === "saved" ? revision : null)

/** Where no approval is needed nobody is asked to approve, nor where this very text has it. */
const openHere = (person: Person, story: Story, { needed, given, revision }: Approval) =>
  actsOpenTo(person, story).filter(
    (name) => name !== "approve" || (needed && !(given?.holds && revision === story.revision)),
  )

type ActBarProps = {
  story: Story
  person: Person
  address: string | null
  state: Saving
  /** whether it is saved, and who else is there */
  saveLine: ReactNode
  flush: () => Promise<boolean>
  /** the revision that the screen stands on now */
  revision: () => number
  /** what may want a look before readers have one */
  toCheck: ReactNode
  doors: Pick<Doors, "perform" | "impact" | "propose">
  onDone: (story: Story) => void
  onOvertaken: (theirs: Story) => void
  approval: Approval
  /** see ActDialog */
  typed: boolean
  /** `put`: null while there are changes aside already */
  aside: { put: (() => void) | null }
}
