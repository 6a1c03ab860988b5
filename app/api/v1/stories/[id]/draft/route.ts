import { z } from "zod"
import { problem, problemOf } from "@/lib/api/problem"
import { noStory } from "@/lib/api/story-json.server"
import { reading, resource, writingJson } from "@/lib/api.server"
import { somebodyElse } from "@/lib/people/people"
import { bodyWith, draftChanges, savedStory } from "@/lib/story/draft"
import { findStory } from "@/lib/story/find.server"
import { saveDraft } from "@/lib/story/save.server"

const id = z.uuid()

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** The story as the newsroom's own screens have it. */
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? { status: 200, body: story, headers: { ETag: `"${story.revision}"` } } : noStory()
  }),
  /** A save of what changed and no more, as the newsroom's editor asks for it; the answer has no body. */
  PATCH: writingJson(draftChanges, async ({ actor, params }, { as, revision, fields, body }) => {
    if (as && as !== actor.id) return problem("somebody-else", somebodyElse(actor))
    const asked = id.safeParse(params.id)
    if (!asked.success) return noStory()
    const saving = await saveDraft(actor, asked.data, revision, ({ body: before }) => {
      const after = body && bodyWith(before, body)
      return after === null ? null : { ...fields, ...(after && { body: after }) }
    })
    if ("refused" in saving) return problemOf(saving)
    if ("stale" in saving) {
      const { stale: story } = saving
      return problem("stale", STALE, { yourRevision: revision, presentRevision: story.revision, story })
    }
    const { saved } = saving
    return { status: 200, body: savedStory(saved), headers: { ETag: `"${saved.revision}"` } }
  }),
})

const STALE = "Somebody else changed this story in the meantime. Nothing was written."
