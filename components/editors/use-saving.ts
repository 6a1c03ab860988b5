"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import type { Story, StoryText } from "@/lib/story/story"
import { engineFor } from "./saving-engine"

type Given = {
  story: Story
  personId: string
  onStory: (story: Story) => void
  /** the body's part of what came from others, for the editor that holds its own text */
  onTaken: (text: StoryText) => void
}

/** The saving of one story for the screen that shows it. */
export function useSaving({ story, personId, ...given }: Given) {
  const [engine] = useState(() => engineFor({ story, personId }))
  const [shown, setShown] = useState(() => ({ state: engine.state(), unkept: false }))
  const latest = useRef(given)
  latest.current = given
  useEffect(() => {
    let taken = engine.state().taken
    setShown({ state: engine.state(), unkept: false })
    return engine.show({
      onState: (state, unkept) => {
        if (state.taken === taken) return setShown({ state, unkept })
        // The fields show what came from others before the next key is pressed in one of them.
        taken = state.taken
        flushSync(() => setShown({ state, unkept }))
      },
      onStory: (now) => latest.current.onStory(now),
      onTaken: (text) => latest.current.onTaken(text),
    })
  }, [engine])
  const write = useCallback((changes: Partial<StoryText>) => engine.happen({ kind: "typed", changes }), [engine])
  /** the revision that the text stands on at this moment, which may be ahead of what is shown */
  const revision = useCallback(() => engine.state().revision, [engine])
  return { ...shown, write, revision, happen: engine.happen, flush: engine.flush, tab: engine.tab }
}
