import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { holding } from "../text"
import type { ItemFound } from "./bulk"
import { resolveRelated, searchStories } from "./related.server"

const MOST = 20

/** Stories by their ids, in their order, for a screen that begins with them; what is no id of a story is left out. */
export async function storiesAsItems(ids: readonly string[]): Promise<(ItemFound | null)[]> {
  const known = await resolveRelated(ids.flatMap((id) => (z.uuid().safeParse(id).success ? { story: id } : [])))
  return ids.map((id) => {
    const line = known.find((one) => "story" in one && one.story === id)
    if (!line || !("story" in line)) return null
    const whence = line.live ? (line.address ?? "") : `${line.status}, not public`
    return { story: id, headline: line.headline || "A story without a headline", whence }
  })
}

/** Stories and outside links that hold all these words, for who sees to them in many stories. */
export async function findItems(actor: Person, q: string): Promise<ItemFound[]> {
  if (!can(actor, "links")) return []
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 10)
  if (!words.length) return []
  const AND = words.map((word) => {
    const filter = holding(word)
    return { OR: [{ headline: filter }, { url: filter }, { source: filter }] }
  })
  const [stories, links] = await Promise.all([
    searchStories(q),
    db.outsideLink.findMany({ where: { AND }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST }),
  ])
  return [
    ...stories.map(({ id, headline, section, status, live }) => ({
      ...{ story: id, headline: headline || "A story without a headline" },
      whence: live ? section : `${status}, not public`,
    })),
    ...links.map(({ id, headline, url, source }) => ({
      link: id,
      headline,
      whence: source ? `${source}, ${url}` : url,
    })),
  ]
}
