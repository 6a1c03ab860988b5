import { z } from "zod"
import { relinked } from "../blocks/links"
import type { StoredBlock } from "../blocks/stored"
import { TAGS } from "../record/tags"

/**
 * A link in stories' words that leads to a story of the paper (or to where readers never are): which one, if there is such a story, and its
 * address now; null: readers do not have it.
 */
export const ownLink = z.object({ link: z.string(), story: z.string().nullable(), address: z.string().nullable() })
type OwnLink = z.infer<typeof ownLink>

/** A body as readers have it: what is not public is led to by no word; what has moved is led to where it is. */
export function withOwnLinks(body: StoredBlock[], links: readonly OwnLink[]): { body: StoredBlock[]; tags: string[] } {
  if (!links.length) return { body, tags: [] }
  const known = new Map(links.map((one) => [one.link, one]))
  const tags = new Set<string>()
  const led = relinked(body, (link) => {
    const own = known.get(link)
    if (own?.story) tags.add(TAGS.story(own.story))
    return own ? own.address : link
  })
  return { body: led, tags: [...tags] }
}
