import { noStory } from "@/lib/api/story-json.server"
import { reading, resource } from "@/lib/api.server"
import { findStory } from "@/lib/story/find.server"
import { moveOf } from "@/lib/story/impact.server"
import { findUnpublished } from "@/lib/versions/unpublished.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    const found = await findUnpublished(story)
    return {
      status: 200,
      body: {
        changes: found && {
          ...{ live: found.live, proposal: found.proposal, ...found.difference },
          move: await moveOf(story),
        },
      },
    }
  }),
})
