import { noStory } from "@/lib/api/story-json.server"
import { reading, resource } from "@/lib/api.server"
import { findKnownAndLook } from "@/lib/checks/known.server"
import { findStory } from "@/lib/story/find.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** What the checks know of the saved draft beside its words: its section's limits, words new to the paper, dead links. */
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? { status: 200, body: await findKnownAndLook(story) } : noStory()
  }),
})
