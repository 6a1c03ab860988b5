"use client"

import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { can } from "@/lib/people/can"
import type { Person } from "@/lib/people/people"
import type { Aside, Conflict } from "@/lib/story/aside"
import type { Story, StoryText } from "@/lib/story/story"
import { type Doors, sentenceOf } from "./doors"
import styles from "./recovery.module.css"

type Given = {
  story: Story
  person: Person
  aside: Aside | null
  doors: Pick<Doors, "setAside" | "bringBack">
  flush: () => Promise<boolean>
  revision: () => number
  onDone: (story: Story) => void
}

/** Setting the changes of a live story aside, and bringing them back: what is shown of it, and what can be done. */
export function useAside({ story, person, aside, doors, flush, revision, onDone }: Given) {
  const [conflict, setConflict] = useState<(Conflict & { revision: number }) | null>(null)
  const [problem, setProblem] = useState("")
  const [busy, setBusy] = useState(false)
  const may = can(person, "setAside") && can(person, "write", story)

  const attempt = async (
    ask: (asked: { by: string; id: string; revision: number }) => ReturnType<Doors["bringBack"]>,
  ) => {
    setProblem("")
    setBusy(true)
    const saved = await flush()
    // What was chosen was chosen of two texts: it is written on top of those, or not at all.
    const from = conflict?.revision ?? revision()
    const answer = saved ? await ask({ by: person.id, id: story.id, revision: from }).catch(() => AWAY) : UNSAVED
    setBusy(false)
    if ("done" in answer) {
      setConflict(null)
      onDone(answer.done)
    } else if ("conflict" in answer) setConflict({ ...answer.conflict, revision: from })
    else {
      if ("stale" in answer) setConflict(null)
      setProblem("stale" in answer ? STALE : sentenceOf(answer))
    }
  }
  const put = aside || !may ? null : () => void attempt(doors.setAside)
  const back = (text: StoryText | null) => void attempt((asked) => doors.bringBack({ ...asked, text }))

  let notice: ReactNode = null
  if (aside && !conflict)
    notice = (
      <Notice className={styles.recovery}>
        <p>
          {aside.by} set changes of this story aside on {momentOf(aside.at)}. The draft is without them; they are kept.
        </p>
        {may && (
          <div className={styles.buttons}>
            <Button small onClick={() => !busy && back(null)} aria-disabled={busy || undefined}>
              Bring them back
            </Button>
          </div>
        )}
      </Notice>
    )
  return {
    put,
    compared: conflict && { of: "aside" as const, ...conflict },
    settle: (chosen: StoryText) => back(chosen),
    later: () => setConflict(null),
    notice: (
      <>
        {notice}
        {problem && (
          <Notice tone="problem" role="alert" className={styles.recovery}>
            {problem}
          </Notice>
        )}
      </>
    ),
  }
}

const refusal = (refused: string) => ({ refused, because: "not ready" as const })
const AWAY = refusal("The server cannot be reached. Nothing was done; try again.")
const UNSAVED = refusal("The text is not saved yet, so nothing was done. See the line that tells why.")
const STALE = "Somebody else changed this story in the meantime. Look at it, then decide again."
