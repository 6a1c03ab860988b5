import { z } from "zod"
import { problemOf } from "@/lib/api/problem"
import { newStory, textOfInput } from "@/lib/api/story-input.server"
import { storyAnswer } from "@/lib/api/story-json.server"
import { parseQuery, reading, resource, writingJson } from "@/lib/api.server"
import { keepNotes } from "@/lib/related/notes.server"
import { createStory } from "@/lib/story/create.server"
import { DUES } from "@/lib/story/newslist"
import { findNewslist, isCursor } from "@/lib/story/newslist.server"
import { STATUSES } from "@/lib/story/story"

const filter = z.object({
  status: z.enum(STATUSES).optional(),
  section: z.string().max(120).optional(),
  q: z.string().max(200).optional(),
  who: z.string().max(200).optional(),
  due: z.enum(DUES).optional(),
  cursor: z.string().refine(isCursor, "Take the cursor from `next` of the page before.").optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ actor, query }) => {
    const parsed = parseQuery(filter, query)
    return "problem" in parsed ? parsed.problem : { status: 200, body: await findNewslist(parsed.query, actor.id) }
  }),
  POST: writingJson(newStory, async ({ actor }, input) => {
    const settled = await textOfInput(actor, input)
    if ("refused" in settled) return problemOf(settled)
    const made = await createStory(actor, settled.text)
    if ("refused" in made) return problemOf(made)
    await keepNotes(actor, made.story.id, settled.notes)
    const answer = await storyAnswer(actor, made.story, 201)
    return { ...answer, headers: { ...answer.headers, Location: `/api/v1/stories/${made.story.id}` } }
  }),
})
