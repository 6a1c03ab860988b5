import { z } from "zod"
import { parseQuery, reading, resource } from "@/lib/api.server"
import { findAtFirst, findByWords } from "@/lib/palette/find.server"

const asked = z.object({
  q: z.string().max(200).default(""),
  recent: z
    .string()
    .max(1_000)
    .default("")
    .transform((ids) => ids.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(20)),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** Stories and people for words; without words, places, and stories that were chosen lately. */
  GET: reading(async ({ actor, query }) => {
    const parsed = parseQuery(asked, query)
    if ("problem" in parsed) return parsed.problem
    const { q, recent } = parsed.query
    return { status: 200, body: q.trim() ? await findByWords(actor, q) : await findAtFirst(actor, recent) }
  }),
})
