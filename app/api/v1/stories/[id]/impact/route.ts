import { noStory } from "@/lib/api/story-json.server"
import { reading, resource } from "@/lib/api.server"
import { impactOf } from "@/lib/story/impact.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const impact = await impactOf(params.id ?? "")
    return impact ? { status: 200, body: impact } : noStory()
  }),
})
