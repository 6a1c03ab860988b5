import { problemOf } from "@/lib/api/problem"
import { noStory } from "@/lib/api/story-json.server"
import { reading, resource, writingJson } from "@/lib/api.server"
import { hideAsked } from "@/lib/related/hidden"
import { findSuggestions, hideSuggestion } from "@/lib/related/hidden.server"
import { findStory } from "@/lib/story/find.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? { status: 200, body: await findSuggestions(story, new Date()) } : noStory()
  }),
  POST: writingJson(hideAsked, async ({ actor, params }, asked) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    const answer = await hideSuggestion(actor, story.id, asked)
    return "refused" in answer ? problemOf(answer) : { status: 200, body: answer }
  }),
})
