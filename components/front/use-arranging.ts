import { useEffect, useState } from "react"
import { atWall } from "@/lib/dates"
import { type ArrangedPage, type Slot, type SlotStory, standingAt } from "@/lib/front/arrangement"
import { sentenceOf } from "../editors/doors"
import type { Arranging, FrontDoors } from "./doors"
import { findKept, keep } from "./kept"

type Work = {
  slots: Slot[]
  /** the revision and the arrangement in force that the slots were made from */
  revision: number
  instead: number
  /** the slots as they were saved: what differs from them is not */
  saved: Slot[]
  /** null: at once; else what the paper's wall is to show when they take effect, empty while it is being typed */
  when: string | null
}

type Made = Pick<Work, "slots" | "revision" | "instead">

const isSame = (a: readonly Slot[], b: readonly Slot[]) => JSON.stringify(a) === JSON.stringify(b)

function workOn({ inForce, revision, at }: ArrangedPage): Work {
  const slots = standingAt(inForce?.slots ?? [], at)
  return { slots, saved: slots, revision, instead: inForce?.number ?? 0, when: null }
}

/** An arrangement being worked on, and what becomes of it: the state behind the screen. */
export function useArranging(first: ArrangedPage, firstStories: readonly SlotStory[], doors: FrontDoors) {
  const [present, setPresent] = useState(first)
  const [known, setKnown] = useState(() => new Map(firstStories.map((story) => [story.id, story])))
  const [work, setWork] = useState(() => workOn(first))
  const [stale, setStale] = useState<ArrangedPage | null>(null)
  const [problem, setProblem] = useState<{ sentence: string; fields: Record<string, string> } | null>(null)
  const [said, setSaid] = useState("")
  const [busy, setBusy] = useState(false)
  const { page } = first
  const dirty = !isSame(work.slots, work.saved)

  useEffect(() => {
    const kept = findKept(page)
    if (!kept) return
    const { stories, ...work } = kept
    setKnown((known) => new Map([...stories.map((story) => [story.id, story] as const), ...known]))
    setWork((present) => ({ ...present, ...work }))
    setSaid("Your slots from before are here again. They are not saved yet.")
  }, [page])
  useEffect(() => {
    const { slots, revision, instead, when } = work
    const stories = slots.flatMap(({ story }) => known.get(story) ?? [])
    keep(page, dirty ? { slots, stories, revision, instead, when } : null)
  }, [page, work, dirty, known])

  /** What is wrong with a field stands at the field. */
  const complain = (sentence: string, fields: Record<string, string> = {}) =>
    setProblem({
      sentence: Object.keys(fields).length ? "Nothing was saved: see what is marked below." : sentence,
      fields,
    })

  const learn = (stories: readonly SlotStory[]) =>
    setKnown((known) => new Map([...known, ...stories.map((story) => [story.id, story] as const)]))

  /** Asks the server, and says what came of it. Answers whether it was done. */
  const ask = async (
    asking: Promise<Arranging>,
    done: (page: ArrangedPage) => string,
    late: (page: ArrangedPage) => void,
  ) => {
    setBusy(true)
    setProblem(null)
    setSaid("")
    try {
      const answer = await asking
      if ("refused" in answer) return complain(answer.refused, answer.fields)
      if ("problem" in answer) return complain(sentenceOf(answer), answer.problem.fields)
      learn(answer.stories)
      if ("stale" in answer) return late(answer.stale)
      setPresent(answer.arranged)
      setSaid(done(answer.arranged))
    } catch {
      complain("The server cannot be reached. Nothing is lost: try again in a moment.")
    } finally {
      setBusy(false)
    }
  }

  /** For what is done with the page and not with the slots at hand: those stay. */
  const askBeside = (asking: Promise<Arranging>, words: string) =>
    ask(
      asking,
      (next) => {
        // What somebody else did since the slots were made must stay unseen by their revision, or it would be overwritten.
        const revision = work.revision === present.revision ? next.revision : work.revision
        setWork(dirty ? { ...work, revision } : workOn(next))
        return words
      },
      (next) => {
        setPresent(next)
        if (!dirty) setWork(workOn(next))
        complain("Somebody else has changed this page. Look at it again, then repeat this.")
      },
    )

  const save = (made: Made) => {
    const from = work.when === null ? null : atWall(work.when)
    return ask(
      doors.arrange({ page, ...made, from }),
      (next) => {
        setWork(workOn(next))
        setStale(null)
        return from ? "Saved. It takes effect at its time, by itself." : "Saved. Readers see it now."
      },
      (next) => {
        setPresent(next)
        setStale(next)
      },
    )
  }

  return {
    ...{ page, present, known, work, dirty, stale, problem, said, busy, learn },
    change: (slots: Slot[], words = "") => {
      setWork({ ...work, slots })
      setProblem(null)
      setSaid(words)
    },
    schedule: (when: string | null) => {
      setWork({ ...work, when })
      setProblem(null)
    },
    open: (slots: readonly Slot[], when: string) => {
      setWork({ ...workOn(present), slots: [...slots], when })
      setSaid("The coming arrangement is on the screen. Saved for the same time, it replaces the one that waits.")
    },
    discard: () => {
      setWork(workOn(present))
      setProblem(null)
      setSaid("Your changes are discarded.")
    },
    save: () => save({ slots: work.slots, revision: work.revision, instead: work.instead }),
    saveOnTop: (over: ArrangedPage) =>
      save({ slots: work.slots, revision: over.revision, instead: over.inForce?.number ?? 0 }),
    takeTheirs: (theirs: ArrangedPage) => {
      setWork(workOn(theirs))
      setStale(null)
      setSaid("The page is as it was saved last.")
    },
    decideLater: () => setStale(null),
    cancel: (from: Date) => askBeside(doors.cancel({ page, revision: present.revision, from }), "Cancelled."),
    putBack: (number: number) => askBeside(doors.putBack({ page, revision: present.revision, number }), "Put back."),
    undo: () => askBeside(doors.undo({ page, revision: present.revision }), "Undone."),
  }
}

export type ArrangingAtDesk = ReturnType<typeof useArranging>
