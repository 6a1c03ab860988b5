import "server-only"
import { db } from "../db.server"
import type { RelatedItem } from "../story/story"

/** Who put an item into a story's related news, and when. */
export type Added = { by: string; at: Date }

/** Of these items of a story's list, by the ids of what they are about: the last time that each came into it. Nothing of one that was there before changes were noted. */
export async function findAdded(storyId: string, items: readonly RelatedItem[]): Promise<Record<string, Added>> {
  const targets = items.map((item) => ("story" in item ? item.story : item.link))
  if (!targets.length) return {}
  const rows = await db.$queryRaw<{ target: string; by: string; at: Date }[]>`
    SELECT target, p.name AS by, at
    FROM unnest(${targets}::text[]) target
    CROSS JOIN LATERAL (
      SELECT c.at, c."byId" FROM "RelatedChange" c
      WHERE c."storyId" = ${storyId}::uuid AND (c.after @> jsonb_build_array(jsonb_build_object('story', target)) OR c.after @> jsonb_build_array(jsonb_build_object('link', target)))
        AND NOT (c.before @> jsonb_build_array(jsonb_build_object('story', target)) OR c.before @> jsonb_build_array(jsonb_build_object('link', target)))
      ORDER BY c.at DESC, c.id DESC LIMIT 1) last
    JOIN "Person" p ON p.id = last."byId"`
  return Object.fromEntries(rows.map(({ target, ...added }) => [target, added]))
}
