import { z } from "zod"
import { type Act, wordOf } from "@/lib/story/acts"
import { STATUSES } from "@/lib/story/story"

/** What comes with an act that is done to several stories: the same for all. */
export type Given = { note: string; at: string | null }

const foreseen = z.object({
  id: z.string(),
  headline: z.string(),
  status: z.enum(STATUSES),
  revision: z.number(),
  will: z.string().optional(),
  refused: z.string().optional(),
})
export type Foreseen = z.infer<typeof foreseen>

const told = z.object({ stories: z.array(foreseen) })
const problem = z.looseObject({ type: z.string(), detail: z.string() })

const PATIENCE = 20_000
const UNREACHED = "The server cannot be reached."

const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  })

const particulars = ({ note, at }: Given) => ({ ...(note && { note }), ...(at && { at }) })

/** What would happen to each; nothing does. */
export async function askPreview(
  act: Act,
  ids: readonly string[],
  given: Given,
): Promise<Foreseen[] | { problem: string }> {
  try {
    const answer = await send("/acts/preview", { act: wordOf(act), stories: ids, ...particulars(given) })
    const body: unknown = await answer.json()
    return answer.ok ? told.parse(body).stories : { problem: problem.parse(body).detail }
  } catch {
    return { problem: `${UNREACHED} Nothing was done; try again.` }
  }
}

/**
 * Does it to one story as it was when it was looked at. Empty: it is done; otherwise why not. It is asked for twice where no answer came, under
 * one number, so that it is done once.
 */
export async function askAct(by: string, act: Act, story: Foreseen, given: Given): Promise<string> {
  const number = { "idempotency-key": `bulk-${crypto.randomUUID()}` }
  const ask = () =>
    send(`/stories/${story.id}/acts/${wordOf(act)}`, { by, revision: story.revision, ...particulars(given) }, number)
  try {
    const answer = await ask().catch(ask)
    if (answer.ok) return ""
    const said = problem.parse(await answer.json())
    return said.type.endsWith(":stale")
      ? "Somebody changed it after the preview, so nothing was done to it. Look at it again."
      : said.detail
  } catch {
    return `${UNREACHED} It is not known whether it was done: look at the story.`
  }
}
