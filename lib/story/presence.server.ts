import "server-only"
import { db } from "../db.server"
import type { Person } from "../people/people"
import { BELIEVED, type Present } from "./presence"

/** Writes down that this tab of somebody's has the story open, and tells who else has. Null: there is no such story. */
export async function sayPresence(actor: Person, storyId: string, tab: string): Promise<Present | null> {
  const rows = await db.$queryRaw<{ revision: number; name: string | null; personId: string | null }[]>`
    WITH said AS (
      INSERT INTO "Presence" ("storyId", tab, "personId", "seenAt") SELECT id, ${tab}, ${actor.id}::uuid, now() FROM "Story" WHERE id = ${storyId}::uuid
      ON CONFLICT ("storyId", tab) DO UPDATE SET "seenAt" = now(), "personId" = EXCLUDED."personId"
    ), swept AS (
      DELETE FROM "Presence" WHERE "storyId" = ${storyId}::uuid AND tab <> ${tab} AND "seenAt" < now() - interval '10 minutes'
    )
    SELECT s.revision, p.name, p.id AS "personId" FROM "Story" s
    LEFT JOIN "Presence" h ON h."storyId" = s.id AND h.tab <> ${tab} AND h."seenAt" > now() - ${BELIEVED} * interval '1 millisecond'
    LEFT JOIN "Person" p ON p.id = h."personId" AND p."disabledAt" IS NULL
    WHERE s.id = ${storyId}::uuid ORDER BY p.name`
  const [story] = rows
  if (!story) return null
  const others = rows.flatMap(({ name, personId }) => (name === null ? [] : [{ name, own: personId === actor.id }]))
  return { others, revision: story.revision }
}

/** This tab has closed the story. */
export const endPresence = (actor: Person, storyId: string, tab: string) =>
  db.presence.deleteMany({ where: { storyId, tab, personId: actor.id } })
