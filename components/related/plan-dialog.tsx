"use client"

import { type ReactNode, useEffect, useRef, useState } from "react"
import bulk from "@/components/story/bulk.module.css"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { refusalIn } from "@/lib/form-answer"
import type { Plan, Result } from "@/lib/related/bulk"
import type { KeepDoor, PlanDoor } from "./doors"
import { UNREACHED } from "./doors"
import { isPlanned, keepPlan } from "./keep-plan"

type Told =
  | { phase: "looks" }
  | { phase: "refused"; why: string }
  | { phase: "shows" | "does" | "did"; plan: Plan; batch: string }

/** An act on many stories' related news: what it would do to each, then what it did, and the way back. Nothing is done before that was shown. */
export function PlanDialog({ title, look, undo, keep, looking, note, onClose }: PlanDialogProps) {
  const [told, setTold] = useState<Told>({ phase: "looks" })
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({})
  const [undoing, setUndoing] = useState(false)
  const [changed, setChanged] = useState(false)
  const stopped = useRef(false)
  const begin = async (asked: ReturnType<PlanDoor>) => {
    setTold({ phase: "looks" })
    setResults({})
    const answer = await asked.catch(() => null)
    if (answer && "plan" in answer)
      return setTold({ phase: "shows", plan: answer.plan, batch: globalThis.crypto.randomUUID() })
    setTold({ phase: "refused", why: (answer && refusalIn(answer)) ?? UNREACHED })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    void begin(look())
  }, [])
  const doAll = async (plan: Plan, batch: string) => {
    stopped.current = false
    setTold({ phase: "does", plan, batch })
    setChanged(true)
    await keepPlan({
      ...{ keep, plan, batch, isStopped: () => stopped.current },
      onResults: (some) => setResults((all) => ({ ...all, ...Object.fromEntries(some.map((one) => [one.id, one])) })),
    })
    setTold({ phase: "did", plan, batch })
  }
  const close = () => onClose(changed)
  const done = Object.values(results).filter((result) => "done" in result).length
  return (
    <Dialog title={undoing ? `Undo: ${title}` : title} wide onClose={close}>
      {told.phase === "looks" && <p role="status">{looking || "Looking at what would happen…"}</p>}
      {told.phase === "refused" && (
        <>
          <Notice tone="problem" role="alert">
            {told.why}
          </Notice>
          {!undoing && note}
          <Buttons phase="shows" able={0} done={0} onClose={close} />
        </>
      )}
      {"plan" in told && !undoing && note}
      {"plan" in told && (
        <>
          <p aria-live="polite">{wordsFor(told.phase, told.plan, Object.keys(results).length, done)}</p>
          {told.phase === "does" && (
            <progress
              aria-label="How far it is"
              max={told.plan.lines.filter(isPlanned).length}
              value={Object.keys(results).length}
              className={bulk.progress}
            />
          )}
          {told.plan.lines.length > 0 && (
            <ul
              aria-label={told.phase === "shows" ? "What will happen" : "What happened"}
              className={bulk.lines}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
              tabIndex={0}
            >
              {told.plan.lines.map((line) => (
                <Line key={line.id} line={line} result={results[line.id]} over={told.phase === "did"} />
              ))}
            </ul>
          )}
          <Buttons
            phase={told.phase}
            able={told.plan.lines.filter(isPlanned).length}
            done={done}
            onClose={close}
            onDo={() => void doAll(told.plan, told.batch)}
            onStop={() => {
              stopped.current = true
            }}
            onUndo={() => {
              setUndoing(!undoing)
              void begin(undo({ do: "undo", batch: told.batch }))
            }}
          />
        </>
      )}
    </Dialog>
  )
}

function Line({ line, result, over }: { line: Plan["lines"][number]; result: Result | undefined; over: boolean }) {
  const left = isPlanned(line) && !result && over
  const no = "refused" in line || left || (result && "refused" in result)
  return (
    <li className={bulk.line} data-mark={no ? "no" : result ? "yes" : "will"}>
      <span className={bulk.headline}>{line.headline || "No headline yet"}</span>
      <span className={bulk.said}>
        {no && <b>No: </b>}
        {left ? "Not done: it was stopped before." : saidOf(line, result)}
      </span>
    </li>
  )
}

function saidOf(line: Plan["lines"][number], result: Result | undefined) {
  if ("refused" in line) return line.refused
  if (result) return "done" in result ? result.done : result.refused
  return `${line.will} ${line.readers}`
}

function Buttons({ phase, able, done, onClose, onDo, onStop, onUndo }: ButtonsProps) {
  const start = useRef<HTMLButtonElement>(null)
  // Where it is only shown, the first key does nothing yet.
  useEffect(() => {
    if (phase !== "does") start.current?.focus()
  }, [phase])
  if (phase === "does")
    return (
      <DialogButtons>
        <Button onClick={onStop}>Stop after these</Button>
      </DialogButtons>
    )
  if (phase === "did")
    return (
      <DialogButtons>
        {done > 0 && <Button onClick={onUndo}>Undo</Button>}
        <Button ref={start} look="strong" onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    )
  return (
    <DialogButtons>
      <Button ref={start} onClick={onClose}>
        {able ? "Cancel" : "Back"}
      </Button>
      {able > 0 && (
        <Button look="strong" onClick={onDo}>
          Do it: {countOf(able)}
        </Button>
      )}
    </DialogButtons>
  )
}

const countOf = (count: number) => (count === 1 ? "1 story" : `${count} stories`)

function wordsFor(phase: "shows" | "does" | "did", plan: Plan, tried: number, done: number) {
  const able = plan.lines.filter(isPlanned).length
  if (phase === "does") return `${tried} of ${able} gone through.`
  if (phase === "did")
    return done === able ? `Done: ${countOf(done)}.` : `${done} of ${able} done. Each other line says why not.`
  const same = plan.same ? ` ${countOf(plan.same)} ${plan.same === 1 ? "stays as it is" : "stay as they are"}.` : ""
  const live = plan.lines.filter((line) => isPlanned(line) && line.atOnce).length
  const others = able < plan.lines.length ? " Each other line says why not." : ""
  if (!able) return `There is nothing to do.${same}${others}`
  return `${countOf(able)} will change, and nothing has yet. Readers have it at once in ${live} of them.${same}${others}`
}

type PlanDialogProps = {
  title: string
  /** what the act would do */
  look: () => ReturnType<PlanDoor>
  undo: PlanDoor
  keep: KeepDoor
  /** how far the look is */
  looking?: string
  /** what is to be said beside, such as lines that cannot be taken */
  note?: ReactNode
  /** `changed`: was anything tried? */
  onClose: (changed: boolean) => void
}
type ButtonsProps = {
  phase: "shows" | "does" | "did"
  able: number
  done: number
  onClose: () => void
  onDo?: () => void
  onStop?: () => void
  onUndo?: () => void
}
