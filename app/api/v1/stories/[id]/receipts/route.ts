import { noStory } from "@/lib/api/story-json.server"
import { reading, resource } from "@/lib/api.server"
import { findReceipts } from "@/lib/nodes/receipts.server"
import { findStory } from "@/lib/story/find.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? { status: 200, body: { receipts: await findReceipts(story.id) } } : noStory()
  }),
})
