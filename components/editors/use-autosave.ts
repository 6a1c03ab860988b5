"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { Refusal } from "@/lib/story/acts"
import { type Autosave, after, begin, type Happening, isUnsaved, next } from "@/lib/story/autosave"
import type { Story, StoryText } from "@/lib/story/story"
import { type Doors, type Problem, sentenceOf } from "./doors"
import { forget, keep, newPlace } from "./journal"
import { remember } from "./newest"

/** A save that has no answer by then counts as broken; a late answer is ignored. */
const PATIENCE = 20_000
/** Whoever writes without a pause is saved this often. */
const LONGEST_WAIT = 4_000

/** Carries out what lib/story/autosave.ts decides: timers, requests, and the copy in the browser. */
export function useAutosave({ story, personId, save, onStory, onRefused }: Given) {
  const [state, setState] = useState(() => begin(story.revision, story.text))
  const present = useRef(state)
  const waiting = useRef<((saved: boolean) => void)[]>([])
  const happen = useCallback((happening: Happening) => {
    present.current = after(present.current, happening)
    setState(present.current)
    if (present.current.phase === "changed" || present.current.phase === "saving") return
    for (const tell of waiting.current.splice(0)) tell(present.current.phase === "saved")
  }, [])

  useTimer(state, happen)
  useSending(state, happen, { story, personId, save, onStory, onRefused })
  const place = useKeptCopy(state, personId, story.id)
  useLastSave(present, place, { story, personId, save })
  useWarning(isUnsaved(state))

  const write = useCallback((changes: Partial<StoryText>) => happen({ kind: "typed", changes }), [happen])
  /** Saves what is not saved yet; true once the server has everything. */
  const flush = useCallback(async () => {
    for (let round = 0; round < 5 && isUnsaved(present.current); round++) {
      if (present.current.phase === "stale") return false
      const settled = new Promise<boolean>((tell) => waiting.current.push(tell))
      happen({ kind: "due" })
      if (!(await settled)) return false
    }
    return !isUnsaved(present.current)
  }, [happen])
  const revision = useCallback(() => present.current.revision, [])
  return { state, write, happen, flush, revision }
}

type Given = {
  story: Story
  personId: string
  save: Doors["save"]
  onStory: (story: Story) => void
  /** the server knows something of the story that this screen does not */
  onRefused: () => void
}
type Happen = (happening: Happening) => void

function useTimer(state: Autosave, happen: Happen) {
  const since = useRef(0)
  const { phase, number, failures } = state
  // Typing moves the time of a first attempt, not that of the next one after a failure.
  const typed = phase === "changed" ? state.present : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the wait is counted from
  useEffect(() => {
    const todo = next(state)
    if (phase !== "changed") since.current = 0
    if (todo.kind !== "wait") return
    since.current ||= Date.now()
    const longest = phase === "changed" ? since.current + LONGEST_WAIT - Date.now() : Number.POSITIVE_INFINITY
    const timer = setTimeout(() => happen({ kind: "due" }), Math.max(0, Math.min(todo.milliseconds, longest)))
    return () => clearTimeout(timer)
  }, [phase, number, failures, typed, happen])
  useEffect(() => {
    const online = () => happen({ kind: "due" })
    addEventListener("online", online)
    return () => removeEventListener("online", online)
  }, [happen])
}

function useSending(state: Autosave, happen: Happen, { story: { id }, personId: as, save, onStory, onRefused }: Given) {
  const begun = useRef(0)
  useEffect(() => {
    const todo = next(state)
    if (todo.kind !== "send" || todo.number === begun.current) return
    const { number, revision, changes } = todo
    begun.current = number
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE))
    Promise.race([save({ as, id, revision, changes }), late]).then(
      (answer) => {
        if (!answer) return happen({ kind: "broken", number, problem: AWAY })
        if ("saved" in answer) {
          happen({ kind: "saved", number, revision: answer.saved.revision, text: answer.saved.text })
          remember(answer.saved)
          onStory(answer.saved)
        } else if ("stale" in answer) {
          happen({ kind: "stale", number, theirs: answer.stale })
          onStory(answer.stale)
        } else {
          happen({ kind: kindOf(answer), number, problem: sentenceOf(answer) })
          if ("refused" in answer) onRefused()
        }
      },
      () => happen({ kind: "broken", number, problem: AWAY }),
    )
  }, [state, happen, as, id, save, onStory, onRefused])
}

/** Another attempt may help where the server had trouble; what it will not have, it will not have then either. */
const kindOf = (answer: Refusal | Problem) =>
  "problem" in answer && answer.problem.kind !== "bad input" ? "broken" : "refused"

const AWAY = "the server cannot be reached. Your text is kept in this browser; the next attempt follows by itself."

/** While the server lacks something, the browser keeps it: through a reload, a crash, a sign-out. */
function useKeptCopy(state: Autosave, personId: string, storyId: string) {
  const place = useRef("")
  const latest = useRef(state)
  latest.current = state
  const put = useCallback(() => {
    const { revision, saved, present } = latest.current
    place.current ||= newPlace(personId, storyId)
    keep(place.current, { at: Date.now(), revision, base: saved, text: present })
  }, [personId, storyId])
  const unsaved = isUnsaved(state)
  const { present } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text is kept
  useEffect(() => {
    if (!unsaved) return place.current ? forget(place.current) : undefined
    const timer = setTimeout(put, 100)
    return () => clearTimeout(timer)
  }, [unsaved, present, put])
  useEffect(() => {
    const leaving = () => {
      if (isUnsaved(latest.current)) put()
    }
    addEventListener("pagehide", leaving)
    addEventListener("beforeunload", leaving)
    return () => {
      leaving()
      removeEventListener("pagehide", leaving)
      removeEventListener("beforeunload", leaving)
    }
  }, [put])
  return place
}

/** Going to another screen of the newsroom saves what was just typed; the copy in the browser stays until that is done. */
function useLastSave(
  present: { current: Autosave },
  place: { current: string },
  { story: { id }, personId: as, save }: Pick<Given, "story" | "personId" | "save">,
) {
  useEffect(
    () => () => {
      const todo = present.current.phase === "changed" ? next(after(present.current, { kind: "due" })) : null
      if (todo?.kind !== "send") return
      const { revision, changes } = todo
      save({ as, id, revision, changes }).then(
        (answer) => {
          if (!answer || !("saved" in answer)) return
          forget(place.current)
          remember(answer.saved)
        },
        () => undefined,
      )
    },
    [present, place, as, id, save],
  )
}

function useWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", warn)
    return () => removeEventListener("beforeunload", warn)
  }, [unsaved])
}
