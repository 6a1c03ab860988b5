"use client"

import { type FormEvent, useEffect, useRef, useState } from "react"
import { useTypedWord } from "@/components/editors/typed-word"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { ACTS, type Act, rowOf } from "@/lib/story/acts"
import { TAKE_AWAY } from "@/lib/story/taking-away"
import styles from "./bulk.module.css"
import { askAct, askPreview, type Foreseen, type Given } from "./bulk-doors"

type Told = { phase: "asks" | "looks" } | { phase: "shows" | "does" | "did"; lines: readonly Foreseen[] }

/** An act for several stories: what it asks, what it would do to each, and then what it did. Nothing is done before that was shown. */
export function BulkDialog({ act, stories, personId, onClose }: BulkDialogProps) {
  const { label, asksFor, asksWhen } = rowOf(act)
  const asks = Boolean(asksFor || asksWhen)
  const [told, setTold] = useState<Told>({ phase: asks ? "asks" : "looks" })
  const [given, setGiven] = useState<Given>({ note: "", at: null })
  const [results, setResults] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState("")
  const stopped = useRef(false)
  const confirmed = useTypedWord(act === "withdraw" ? "withdraw" : undefined)
  const look = async (with_: Given) => {
    setProblem("")
    setGiven(with_)
    setTold({ phase: "looks" })
    const answer = await askPreview(
      act,
      stories.map(({ id }) => id),
      with_,
    )
    if (Array.isArray(answer)) return setTold({ phase: "shows", lines: answer })
    setProblem(answer.problem)
    setTold({ phase: "asks" })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where there is nothing to ask first
  useEffect(() => {
    if (!asks) void look(given)
  }, [])
  const able = "lines" in told ? told.lines.filter(({ will }) => will !== undefined) : []
  const doAll = async () => {
    if (told.phase !== "shows" || !confirmed.isTyped()) return
    stopped.current = false
    setTold({ phase: "does", lines: told.lines })
    for (const line of able) {
      if (stopped.current) break
      const why = await askAct(personId, act, line, given)
      setResults((before) => ({ ...before, [line.id]: why }))
    }
    setTold({ phase: "did", lines: told.lines })
  }
  const count = Object.keys(results).length
  const done = Object.values(results).filter((why) => !why).length
  return (
    <Dialog title={`${label}: ${countOf(stories.length)}`} wide onClose={() => onClose(count > 0)}>
      {told.phase === "asks" && <Ask {...{ act, problem, given }} onGiven={look} />}
      {told.phase === "looks" && <p role="status">Looking at what would happen…</p>}
      {"lines" in told && (
        <>
          <p aria-live="polite">
            {told.phase === "shows" && whatWould(able.length, told.lines.length)}
            {told.phase === "does" && `${count} of ${able.length} done.`}
            {told.phase === "did" && whatDid(done, able.length, count)}
          </p>
          {told.phase === "does" && (
            <progress aria-label="How far it is" max={able.length} value={count} className={styles.progress} />
          )}
          <ul aria-label={told.phase === "shows" ? "What will happen" : "What happened"} className={styles.lines}>
            {told.lines.map((line) => (
              <Line key={line.id} line={line} label={label} result={results[line.id]} over={told.phase === "did"} />
            ))}
          </ul>
          {told.phase === "shows" && able.length > 0 && confirmed.field}
          <Buttons
            {...{ act, phase: told.phase, able: able.length, asks }}
            onBack={() => setTold({ phase: "asks" })}
            onDo={doAll}
            onStop={() => {
              stopped.current = true
            }}
            onClose={() => onClose(count > 0)}
          />
        </>
      )}
    </Dialog>
  )
}

function Ask({ act, problem, given, onGiven }: AskProps) {
  const { asksFor, asksWhen } = rowOf(act)
  const [time, setTime] = useState("")
  const at = time ? new Date(time) : null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = String(new FormData(event.currentTarget).get("note") ?? "")
    onGiven({ note, at: at?.toISOString() ?? null })
  }
  return (
    <form onSubmit={send} className={styles.form}>
      {asksWhen && (
        <TextField
          label="Date and time"
          type="datetime-local"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          hint={at ? `The same for all of them. The paper says ${momentOf(at)}.` : "The same for all of them."}
        />
      )}
      {asksFor && (
        <TextArea
          label={asksFor}
          name="note"
          rows={4}
          maxLength={5_000}
          defaultValue={given.note}
          hint="The same for all of them."
        />
      )}
      {problem && (
        <Notice tone="problem" role="alert">
          {problem}
        </Notice>
      )}
      <DialogButtons>
        <Button type="submit" look="strong">
          Show what will happen
        </Button>
      </DialogButtons>
    </form>
  )
}

function Line({ line, label, result, over }: LineProps) {
  const left = line.will !== undefined && result === undefined && over
  const said =
    line.refused ??
    (left ? "Not done: it was stopped before." : result === undefined ? line.will : result || `${label}: done.`)
  const mark = line.refused || result || left ? "no" : result === "" ? "yes" : "will"
  return (
    <li className={styles.line} data-mark={mark}>
      <span className={styles.headline}>{line.headline || "No headline yet"}</span>
      <span className={styles.said}>
        {mark === "no" && <b>No: </b>}
        {said}
      </span>
    </li>
  )
}

function Buttons({ act, phase, able, asks, onBack, onDo, onStop, onClose }: ButtonsProps) {
  const last = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (phase === "did") last.current?.focus()
  }, [phase])
  if (phase === "does")
    return (
      <DialogButtons>
        <Button onClick={onStop}>Stop after this one</Button>
      </DialogButtons>
    )
  if (phase === "did")
    return (
      <DialogButtons>
        <Button ref={last} look="strong" onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    )
  return (
    <DialogButtons>
      <Button onClick={asks ? onBack : onClose}>{asks ? "Back" : "Cancel"}</Button>
      {able > 0 && (
        <Button look={TAKE_AWAY.includes(act) ? "danger" : "strong"} onClick={onDo}>
          {ACTS[act].label}: {countOf(able)}
        </Button>
      )}
    </DialogButtons>
  )
}

const countOf = (count: number) => (count === 1 ? "1 story" : `${count} stories`)

function whatWould(able: number, all: number) {
  if (able === all) return "This will happen, and nothing has yet."
  if (able === 0) return "This can happen to none of them. Each line says why."
  return `This will happen to ${able} of ${all}, and nothing has yet. Each other line says why not.`
}

function whatDid(done: number, able: number, tried: number) {
  if (done === able) return `Done: ${countOf(done)}.`
  const left = able - tried
  return `${done} of ${able} done; ${tried - done} did not happen${left ? `, and ${left} were not begun` : ""}. Each line says why.`
}

type BulkDialogProps = {
  act: Act
  stories: readonly { id: string }[]
  personId: string
  /** `done`: was anything tried? */
  onClose: (done: boolean) => void
}
type AskProps = { act: Act; problem: string; given: Given; onGiven: (given: Given) => void }
type LineProps = { line: Foreseen; label: string; result: string | undefined; over: boolean }
type ButtonsProps = {
  act: Act
  phase: "shows" | "does" | "did"
  able: number
  asks: boolean
  onBack: () => void
  onDo: () => void
  onStop: () => void
  onClose: () => void
}
