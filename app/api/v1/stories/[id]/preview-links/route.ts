import { problemOf } from "@/lib/api/problem"
import { noStory } from "@/lib/api/story-json.server"
import { reading, resource, writingJson } from "@/lib/api.server"
import { findStory } from "@/lib/story/find.server"
import { linkAsked } from "@/lib/story/preview-links"
import { createPreviewLink, findPreviewLinks } from "@/lib/story/preview-links.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? { status: 200, body: { items: await findPreviewLinks(story.id) } } : noStory()
  }),
  /** The address is in this answer and in no other. */
  POST: writingJson(linkAsked, async ({ actor, params }, { days }) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    const made = await createPreviewLink(actor, story, days)
    return "refused" in made ? problemOf(made) : { status: 201, body: { ...made.link, url: made.url } }
  }),
})
