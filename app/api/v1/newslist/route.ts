import { z } from "zod"
import { parseQuery, reading, resource } from "@/lib/api.server"
import { readNewslistFilter } from "@/lib/story/newslist"
import { findNews } from "@/lib/story/newslist.server"

const asked = z.object({
  shown: z
    .string()
    .max(8_000)
    .default("")
    .transform((ids) => ids.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(150)),
  since: z.iso
    .datetime({ offset: true, error: "Take `since` from `at` of the answer before." })
    .transform((at) => new Date(at)),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** What changed since a moment, for a newslist that is on a screen; with the filter that it shows. */
  GET: reading(async ({ actor, query }) => {
    const parsed = parseQuery(asked, query)
    if ("problem" in parsed) return parsed.problem
    const filter = readNewslistFilter(Object.fromEntries(query))
    return { status: 200, body: await findNews(parsed.query.since, filter, parsed.query.shown, actor.id) }
  }),
})
