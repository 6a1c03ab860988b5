import { z } from "zod"
import { eventJson } from "@/lib/api/story-json.server"
import { parseQuery, reading, resource } from "@/lib/api.server"
import { findEvents } from "@/lib/record/events.server"

const from = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ query }) => {
    const parsed = parseQuery(from, query)
    if ("problem" in parsed) return parsed.problem
    const events = await findEvents(parsed.query.after, parsed.query.limit)
    // `last` is where to go on from: no event before it can still appear.
    return { status: 200, body: { events: events.map(eventJson), last: events.at(-1)?.position ?? parsed.query.after } }
  }),
})
