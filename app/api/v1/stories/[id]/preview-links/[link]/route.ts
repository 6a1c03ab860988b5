import { z } from "zod"
import { problem, problemOf } from "@/lib/api/problem"
import { noStory } from "@/lib/api/story-json.server"
import { resource, writing } from "@/lib/api.server"
import { findStory } from "@/lib/story/find.server"
import { endPreviewLink } from "@/lib/story/preview-links.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  DELETE: writing({ types: [], maxBytes: 0 }, async ({ actor, params }) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    if (!z.uuid().safeParse(params.link).success) return problem("not-found", "There is no such address.")
    const ended = await endPreviewLink(actor, story, params.link ?? "")
    return "refused" in ended ? problemOf(ended) : { status: 204 }
  }),
})
