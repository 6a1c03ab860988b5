import { z } from "zod"
import { fromJson, type SavedStory } from "@/lib/story/draft"
import type { Failure, Save } from "@/lib/story/saving"
import type { Story } from "@/lib/story/story"

/** A save that has no answer by then counts as lost; it is asked for again under its number, and done once. */
const PATIENCE = 20_000
/** What is no larger is sent on by the browser even when the tab is closed meanwhile. */
const OUTLIVES_THE_TAB = 30_000

export type SaveAnswer = { saved: SavedStory } | { stale: Story } | { failure: Failure; problem: string }

/**
 * Asks the server to save. By an address and not by a server action: those go with the build, and an editor may be open for longer
 * than that. `tab`: the number of a save is its tab's.
 */
export async function askSave(asked: { as: string; id: string; tab: string }, save: Save): Promise<SaveAnswer> {
  const { revision, number, body } = save
  const { body: _, ...fields } = save.changes
  const sent = JSON.stringify({ as: asked.as, revision, fields, ...(body && { body }) })
  try {
    const answer = await fetch(`/api/v1/stories/${asked.id}/draft`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "idempotency-key": `${asked.tab}-${number}` },
      body: sent,
      keepalive: sent.length < OUTLIVES_THE_TAB,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return understood(answer.status, await answer.json().catch(() => null))
  } catch {
    return { failure: "offline", problem: "" }
  }
}

const saved = z.looseObject({ id: z.string(), revision: z.number(), text: z.looseObject({ slug: z.string() }) })
const problem = z.looseObject({
  type: z.string(),
  detail: z.string(),
  story: z.looseObject({ id: z.string(), revision: z.number(), text: z.looseObject({}) }).optional(),
})

function understood(status: number, said: unknown): SaveAnswer {
  if (status === 200 && saved.safeParse(said).success) return { saved: fromJson(said as SavedStory) }
  const no = problem.safeParse(said).data
  if (no?.story) return { stale: fromJson(no.story as unknown as Story) }
  if (status === 401) return { failure: "signedOut", problem: SIGNED_OUT }
  if (no?.type.endsWith(":somebody-else")) return { failure: "signedOut", problem: no.detail }
  if (status >= 400 && status < 500 && no && !LATER.includes(status)) return { failure: "refused", problem: no.detail }
  return { failure: "failed", problem: status === 429 && no ? `${no.detail} ${KEPT}` : AWAY }
}

/** Still being done, too many at a time: the same may be done a little later. */
const LATER = [408, 409, 425, 429]

const KEPT = "Your text is kept in this browser; the next attempt follows by itself."
const AWAY = `the server could not do it just now. ${KEPT}`
const SIGNED_OUT = "you are signed out. Sign in here: your text stays as it is, and is saved then."

/** The story as the server has it now; null: there is no answer, or no such story. */
export async function askStory(id: string): Promise<Story | null> {
  try {
    const answer = await fetch(`/api/v1/stories/${id}/draft`, { signal: AbortSignal.timeout(PATIENCE) })
    const said: unknown = answer.ok ? await answer.json() : null
    return saved.safeParse(said).success ? fromJson(said as Story) : null
  } catch {
    return null
  }
}
