import { z } from "zod"
import { type Answer, problemOf } from "@/lib/api/problem"
import { noStory, staleAnswer } from "@/lib/api/story-json.server"
import { noRevision, reading, resource, writingJson } from "@/lib/api.server"
import { resolveRelated } from "@/lib/related/related.server"
import { relatedInput, settleRelated } from "@/lib/related/settle.server"
import { findStory } from "@/lib/story/find.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"

const list = z.strictObject({ revision: z.int().optional(), items: relatedInput })

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? relatedAnswer(story) : noStory()
  }),
  PUT: writingJson(list, async ({ actor, params }, { items }, revision) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    if (revision === null) return noRevision()
    const settled = await settleRelated(actor, items, "items")
    if ("refused" in settled) return problemOf(settled)
    const saving = await saveDraft(actor, story.id, revision, settled)
    if ("refused" in saving) return problemOf(saving)
    return "stale" in saving ? staleAnswer(actor, revision, saving.stale) : relatedAnswer(saving.saved)
  }),
})

const relatedAnswer = async ({ revision, text }: Story): Promise<Answer> => ({
  status: 200,
  body: { revision, items: await resolveRelated(text.related) },
  headers: { ETag: `"${revision}"` },
})
