import { z } from "zod"
import { noStory } from "@/lib/api/story-json.server"
import { resource, writingJson } from "@/lib/api.server"
import { presenceSaid } from "@/lib/story/presence"
import { endPresence, sayPresence } from "@/lib/story/presence.server"

const id = z.uuid()

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** A screen says that it has the story open, or closes it, and hears who else has. */
  POST: writingJson(presenceSaid, async ({ actor, params }, { tab, leaves }) => {
    const story = id.safeParse(params.id)
    if (!story.success) return noStory()
    if (leaves) {
      await endPresence(actor, story.data, tab)
      return { status: 204 }
    }
    const present = await sayPresence(actor, story.data, tab)
    return present ? { status: 200, body: present } : noStory()
  }),
})
