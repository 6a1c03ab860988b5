import { useEffect, useState } from "react"
import { type Found, fitOf, foundShape, storiesIn } from "@/lib/palette/palette"

const NOTHING: Found = { stories: [], people: [], places: [] }
/** Keys follow each other faster than this while somebody types, in milliseconds. */
const PAUSE = 60

/** What the server finds for words that are being typed; a question that was asked before the last key is taken back. */
export function useFound(q: string, recent: readonly string[]): { found: Found; wait: boolean; fault: string } {
  const words = q.trim()
  const [atFirst, setAtFirst] = useState(NOTHING)
  const [answer, setAnswer] = useState({ words: "", found: NOTHING, fault: "" })
  useEffect(() => {
    const asked = new AbortController()
    const query = new URLSearchParams(words ? { q: words } : { recent: storiesIn(recent).join() })
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(`/api/v1/palette?${query}`, { signal: asked.signal })
          if (response.status === 401) throw new Error("You are signed out. Sign in again to find anything.")
          const found = foundShape.parse(await response.json())
          setAnswer({ words, found, fault: "" })
          if (!words) setAtFirst(found)
        } catch (error) {
          if (asked.signal.aborted) return
          const said = error instanceof Error && error.message.startsWith("You are") ? error.message : UNREACHED
          setAnswer({ words, found: NOTHING, fault: said })
        }
      },
      words ? PAUSE : 0,
    )
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [words, recent])
  const late = answer.words !== words
  // Until the answer is there, what was found before stays as far as it fits the words as they are now.
  const stories =
    late && words
      ? answer.found.stories.filter(({ headline }) => fitOf(words, headline) !== null)
      : answer.found.stories
  const people =
    late && words ? answer.found.people.filter(({ name }) => fitOf(words, name) !== null) : answer.found.people
  const found = words ? { stories, people, places: atFirst.places } : atFirst
  return { found, wait: late, fault: late ? "" : answer.fault }
}

const UNREACHED =
  "The server cannot be reached: only places and what can be done here are listed. Try again in a moment."
