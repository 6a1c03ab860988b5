"use client"

import { useEffect, useRef, useState } from "react"
import { z } from "zod"
import { BEAT, wordsOfPresence } from "@/lib/story/presence"

const present = z.object({
  others: z.array(z.object({ name: z.string(), own: z.boolean() })),
  revision: z.number(),
})

type Given = {
  storyId: string
  tab: string
  /** the server has this revision of the story */
  onRevision: (revision: number) => void
}

/** Says every few seconds that this tab has the story open, and tells in words who else has. */
export function usePresence({ storyId, tab, onRevision }: Given): string {
  const [words, setWords] = useState("")
  const latest = useRef(onRevision)
  latest.current = onRevision
  useEffect(() => {
    const address = `/api/v1/stories/${storyId}/presence`
    const say = (body: object, keepalive = false) =>
      fetch(address, {
        ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), keepalive },
        signal: AbortSignal.timeout(BEAT),
      })
    let gone = false
    const beat = async () => {
      if (gone) return
      const said = await say({ tab })
        .then((answer) => answer.json())
        .catch(() => null)
      const heard = present.safeParse(said)
      if (!heard.success) return
      // Said before it was left, and heard after: it is said once more that nobody is here.
      if (gone) return leave()
      setWords(wordsOfPresence(heard.data))
      latest.current(heard.data.revision)
    }
    const leave = () => {
      gone = true
      void say({ tab, leaves: true }, true).catch(() => undefined)
    }
    const back = () => {
      gone = false
      void beat()
    }
    void beat()
    const timer = setInterval(beat, BEAT)
    document.addEventListener("visibilitychange", beat)
    addEventListener("pageshow", back)
    addEventListener("pagehide", leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener("visibilitychange", beat)
      removeEventListener("pageshow", back)
      removeEventListener("pagehide", leave)
      leave()
    }
  }, [storyId, tab])
  return words
}
