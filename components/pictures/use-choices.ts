"use client"

import { useEffect, useState } from "react"
import { ask } from "@/components/editors/upload"
import { type Choices, choices } from "@/lib/pictures/choice"

type Asked = { q: string; state: string; usable: boolean }
type Found = Choices & { problem: string }

const PAUSE = 200
const NOT_FOUND = "The library cannot be reached. Try again in a moment."

/** What the library has for words that are being typed; an answer to older words is dropped. */
export function useChoices(section: string, { q, state, usable }: Asked) {
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(true)
  const query = new URLSearchParams({ section, q: q.trim(), state, ...(usable && { usable: "yes" }) }).toString()
  useEffect(() => {
    let late = false
    setBusy(true)
    const timer = setTimeout(
      async () => {
        const answer = await look(query)
        if (late) return
        setFound(answer)
        setBusy(false)
      },
      query.includes("q=&") ? 0 : PAUSE,
    )
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [query])
  const more = async (cursor: string) => {
    setBusy(true)
    const next = await look(`${query}&cursor=${cursor}`)
    // Where they were looked for anew meanwhile, this is an answer to what nobody asks any more.
    setFound((before) =>
      before?.next === cursor ? { ...next, pictures: [...before.pictures, ...next.pictures] } : before,
    )
    setBusy(false)
  }
  const cursor = found?.next
  return {
    pictures: found?.pictures ?? [],
    counted: countOf(found, q.trim()),
    more: cursor ? () => void more(cursor) : null,
    problem: found?.problem ?? "",
    busy,
  }
}

async function look(query: string): Promise<Found> {
  const said = await ask(`/api/v1/pictures?${query}`, {})
  const read = "answer" in said ? choices.safeParse(said.answer).data : undefined
  if (read) return { ...read, problem: "" }
  const problem = ("refused" in said && said.refused) || NOT_FOUND
  return { pictures: [], total: 0, most: 0, next: null, problem }
}

function countOf(found: Found | null, q: string): string {
  if (!found) return "Looking in the library…"
  if (found.problem) return ""
  const { total, most } = found
  if (total === 0) return q ? `No picture fits “${q}”. Try fewer words, or another state.` : "No picture fits."
  if (total > most) return `More than ${most.toLocaleString("en")} pictures found.`
  return `${total.toLocaleString("en")} ${total === 1 ? "picture" : "pictures"} found.`
}
