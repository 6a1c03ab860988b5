"use client"

import { useEffect, useMemo, useState } from "react"
import { z } from "zod"
import type { Known } from "@/lib/checks/known"

/** Addresses elsewhere take so long to be looked at, in milliseconds; and so often they are asked after. */
const LOOKING = 3_000
const TIMES = 10

type Facts = Pick<Known, "unused" | "dead">
const NONE: Facts = { unused: {}, dead: [] }
const told = z.object({ unused: z.record(z.string(), z.string()), dead: z.array(z.string()), looking: z.boolean() })

/** What only the server knows of a text, asked for anew a moment after each save; while it does not answer, what it said last. */
export function useKnown(storyId: string, revision: number, limits: Known["limits"]): Known {
  const [facts, setFacts] = useState(NONE)
  useEffect(() => {
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const ask = async (left: number) => {
      const answer = await askChecks(storyId, leaving.signal)
      if (!answer || leaving.signal.aborted) return
      const { looking, ...known } = answer
      setFacts((before) => (JSON.stringify(before) === JSON.stringify(known) ? before : known))
      if (looking && left > 0) timer = setTimeout(() => void ask(left - 1), LOOKING)
    }
    // Whoever writes saves every few seconds.
    timer = setTimeout(() => void ask(TIMES), revision ? PAUSE : 0)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [storyId, revision])
  return useMemo(() => ({ limits, ...facts }), [limits, facts])
}

const PAUSE = 1_500

async function askChecks(storyId: string, signal: AbortSignal) {
  try {
    const answer = await fetch(`/api/v1/stories/${storyId}/checks`, { signal })
    return answer.ok ? told.parse(await answer.json()) : null
  } catch {
    return null
  }
}
