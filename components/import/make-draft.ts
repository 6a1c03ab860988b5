import { z } from "zod"
import type { Language } from "@/lib/story/story"
import type { Choices } from "@/lib/wire/taken-for"

type Wire = { text: string; section: string; language: Language; verdicts: Choices }

const made = z.object({ story: z.object({ id: z.uuid() }) })
const refused = z.object({ detail: z.string() })

/** Sends the wire to the same door as programs use. A wire may be longer than a form of a server action. */
export async function makeDraft(wire: Wire): Promise<{ id: string } | { problem: string }> {
  try {
    const headers = { "Content-Type": "application/json" }
    const response = await fetch("/api/v1/import", { method: "POST", headers, body: JSON.stringify(wire) })
    const answer: unknown = await response.json()
    if (response.status === 401)
      return { problem: "You are signed out. Sign in again in another tab, then repeat this." }
    const story = made.safeParse(answer)
    if (response.ok && story.success) return { id: story.data.story.id }
    return { problem: refused.safeParse(answer).data?.detail ?? "The draft was not made. Try again." }
  } catch {
    return { problem: "The newsroom could not be reached. Look at your connection and try again." }
  }
}
