import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import type { ComingLine } from "./coming"

const line = z.object({
  what: z.enum(["publish", "minor", "update", "correct", "withdraw", "embargo", "arrangement", "rights"]),
  at: z.date(),
  address: z.string(),
  headline: z.string(),
  language: z.string(),
})

const MOST = 500

/** What is to happen from a moment on and before another, in order: by the clock to stories and pages, and embargoes that end. */
export async function findComing(from: Date, until: Date | null): Promise<ComingLine[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT what, at, address, headline, language FROM (
      SELECT CASE WHEN status = 'scheduled' THEN 'publish' ELSE "changeAs" END AS what, "publishAt" AS at,
        '/newsroom/stories/' || id AS address, headline, language
        FROM "Story" WHERE status = 'scheduled' OR (status = 'published' AND "changeAs" IS NOT NULL)
      UNION ALL
      SELECT 'withdraw', "withdrawAt", '/newsroom/stories/' || id, headline, language
        FROM "Story" WHERE "withdrawAt" IS NOT NULL AND status NOT IN ('withdrawn', 'spiked')
      UNION ALL
      SELECT 'embargo', "embargoUntil", '/newsroom/stories/' || id, headline, language
        FROM "Story" WHERE "embargoUntil" IS NOT NULL AND status IN ('draft', 'filed', 'scheduled')
      UNION ALL
      SELECT DISTINCT ON (a.page, a."from") 'arrangement', a."from",
        '/newsroom/front' || CASE WHEN a.page = 'front' THEN '' ELSE '/' || a.page END,
        CASE WHEN a.page = 'front' THEN 'Front' ELSE coalesce(s.name, a.page) END, 'en'
        FROM "Arrangement" a LEFT JOIN "Section" s ON s.slug = a.page
        WHERE a."from" > now() AND a.kind <> 'cancel' AND NOT EXISTS (SELECT FROM "Arrangement" c
          WHERE c.page = a.page AND c."from" = a."from" AND c.kind = 'cancel' AND c.number > a.number)
      UNION ALL
      SELECT 'rights', "rightsUntil", '/newsroom/pictures/' || id,
        coalesce(nullif(caption, ''), nullif(alt, ''), nullif("fileName", ''), 'Picture without words'), 'en'
        FROM "Picture" WHERE "rightsUntil" > now() AND "replacedById" IS NULL
    ) coming
    WHERE at >= ${from} AND at < coalesce(${until}::timestamptz, 'infinity') ORDER BY at, address LIMIT ${MOST}`
  return z.array(line).parse(rows)
}

/** So late may something be before it is an alarm, in seconds: the clock itself needs milliseconds. */
const LATE = 5

const lateRow = z.object({ id: z.string(), headline: z.string(), at: z.date() })
type Overdue = z.infer<typeof lateRow>

/** What was due and was not done: the clock may not, because somebody emptied the story, or cannot. Longest first. */
export async function findOverdue(): Promise<Overdue[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT id, headline, at FROM (
      SELECT id, headline, "publishAt" AS at FROM "Story" WHERE status IN ('scheduled', 'published') AND "publishAt" IS NOT NULL
      UNION ALL
      SELECT id, headline, "withdrawAt" FROM "Story" WHERE status = 'published' AND "withdrawAt" IS NOT NULL
    ) due
    WHERE at < now() - make_interval(secs => ${LATE}) ORDER BY at, id LIMIT 100`
  return z.array(lateRow).parse(rows)
}
