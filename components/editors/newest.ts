"use client"

import { useEffect, useRef } from "react"
import type { Story } from "@/lib/story/story"
import type { Doors } from "./doors"

/** The newest that this tab knows of each story. Back and Forward show a screen as it was rendered, which may be long ago. */
const known = new Map<string, Story>()

/** Only in the browser: the server serves many people. */
export function remember(story: Story): void {
  if ((known.get(story.id)?.revision ?? 0) < story.revision) known.set(story.id, story)
}

export function newestOf(story: Story): Story {
  const other = known.get(story.id)
  return other && other.revision > story.revision ? other : story
}

/** Asked beside the server actions, of which there is only one at a time: one without an answer would keep the saves waiting. */
async function isThereNewer(id: string, revision: number): Promise<boolean> {
  try {
    const answer = await fetch(`/api/v1/stories/${id}`, { signal: AbortSignal.timeout(5_000) })
    const story: unknown = answer.ok ? await answer.json() : null
    return typeof story === "object" && story !== null && "revision" in story && Number(story.revision) > revision
  } catch {
    return false
  }
}

type Given = {
  id: string
  revision: () => number
  look: Doors["look"]
  /** is everything saved, so that another text may take the place of this one? */
  settled: () => boolean
  onNewer: (story: Story) => void
}

/** When the screen opens, and whenever somebody comes back to it, the server is asked whether it has a newer text. */
export function useNewest(given: Given): void {
  const latest = useRef(given)
  latest.current = given
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const { id, look, revision, settled } = latest.current
      if (document.hidden || !settled()) return
      const from = revision()
      if (!(await isThereNewer(id, from))) return
      const answer = await look({ id, revision: from }).catch(() => null)
      const newer = answer && "newer" in answer ? answer.newer : null
      // Somebody may have begun to write meanwhile: then the next save finds out, and shows both texts.
      if (gone || !newer || !latest.current.settled() || latest.current.revision() !== from) return
      remember(newer)
      latest.current.onNewer(newer)
    }
    void ask()
    document.addEventListener("visibilitychange", ask)
    addEventListener("pageshow", ask)
    return () => {
      gone = true
      document.removeEventListener("visibilitychange", ask)
      removeEventListener("pageshow", ask)
    }
  }, [])
}
