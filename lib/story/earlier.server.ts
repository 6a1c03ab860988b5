import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import type { Earlier } from "../versions/sittings"
import { textAsRead } from "./row.server"
import { type StoryText, storyText } from "./story"

const row = z.object({
  name: z.string(),
  startedAt: z.date(),
  at: z.date(),
  byId: z.string().nullable(),
  byName: z.string().nullable(),
  kind: z.string().nullable(),
  clarifies: z.boolean(),
  note: z.string(),
  live: z.boolean(),
  takenFrom: z.string().nullable(),
})

/** Versions and drafts of a story as somebody left them, the newest first, without their words: a long life is still a short answer. */
export async function findEarlier(storyId: string): Promise<Earlier[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT t.*, p.id AS "byId", p.name AS "byName" FROM (
      SELECT 'draft ' || revision AS name, revision AS number, "startedAt", at, "byId" AS who, NULL AS kind, false AS clarifies, '' AS note,
        false AS live, "takenFrom" FROM "Checkpoint" WHERE "storyId" = ${storyId}::uuid
      UNION ALL
      SELECT 'version ' || v.number, v.number, v."madeAt", v."madeAt", v."madeById", v.kind, v.clarifies, v.note,
        v.id IS NOT DISTINCT FROM s."liveId", NULL
        FROM "Version" v JOIN "Story" s ON s.id = v."storyId" WHERE v."storyId" = ${storyId}::uuid
    ) t LEFT JOIN "Person" p ON p.id = t.who ORDER BY t.at DESC, t.kind IS NULL, t.number DESC`
  return z
    .array(row)
    .parse(rows)
    .map(({ byId, byName, ...text }) => ({ ...text, by: byId && byName ? { id: byId, name: byName } : null }))
}

/** The words of these texts, by their names; those that there are not, or that are of a later release, are left out. */
export async function findEarlierTexts(storyId: string, names: readonly string[]): Promise<Map<string, StoryText>> {
  const numbers = (what: string) =>
    names.flatMap((name) => (new RegExp(`^${what} \\d{1,9}$`).test(name) ? [Number(name.slice(what.length))] : []))
  const [drafts, versions] = await Promise.all([
    db.checkpoint.findMany({
      where: { storyId, revision: { in: numbers("draft") } },
      select: { revision: true, text: true },
    }),
    db.version.findMany({ where: { storyId, number: { in: numbers("version") } } }),
  ])
  const found = new Map(versions.map((version) => [`version ${version.number}`, textAsRead(version).text]))
  for (const { revision, text } of drafts) {
    const read = storyText.safeParse(text)
    if (read.success) found.set(`draft ${revision}`, read.data)
  }
  return found
}
