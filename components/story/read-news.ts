import { z } from "zod"
import { itemShape } from "@/lib/story/newslist"
import type { News } from "@/lib/story/newslist-news"

const newsShape = z.object({
  at: z.string(),
  items: z.array(itemShape.extend({ fits: z.boolean() })),
  more: z.boolean(),
  open: z.record(z.string(), z.array(z.string())),
})

/** What a newslist's server says is new. Throws where it is anything else. */
export const readNews = (said: unknown): News => newsShape.parse(said)
