import { z } from "zod"
import { problem } from "@/lib/api/problem"
import { resource, writingJson } from "@/lib/api.server"
import { ACT_NAMES, actOf, wordOf } from "@/lib/story/acts"
import { AT_ONCE } from "@/lib/story/bulk"
import { foresee } from "@/lib/story/foresee.server"
import { text } from "@/lib/text"

const asked = z.strictObject({
  act: z.string().max(40),
  stories: z.array(z.uuid()).min(1, "Name a story.").max(AT_ONCE, `At most ${AT_ONCE} stories at once.`),
  note: text(10_000).optional(),
  at: z.iso.datetime({ offset: true, error: "A time with its zone: 2026-11-24T14:05:00+01:00." }).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** What an act would do to each of these stories, or why not. Nothing is done. */
  POST: writingJson(asked, async ({ actor }, { act: word, stories, note = "", at }) => {
    const act = actOf(word)
    if (!act) return problem("not-found", `There is no such act. There are ${ACT_NAMES.map(wordOf).join(", ")}.`)
    const told = await foresee(actor, act, stories, { note, at: at ? new Date(at) : null })
    return { status: 200, body: { act: word, stories: told } }
  }),
})
