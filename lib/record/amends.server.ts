import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import type { Amend } from "./amends"

const row = z.object({
  position: z.number(),
  act: z.enum(["correct", "withdraw", "remove"]),
  ...{
    at: z.date(),
    by: z.string().nullable(),
    note: z.string(),
    clarifies: z.boolean(),
    version: z.number().nullable(),
  },
  ...{ id: z.string(), headline: z.string(), language: z.string(), live: z.boolean() },
})

export const AMENDS_LENGTH = 50

/** Corrections, withdrawals and removals of the whole paper, the newest first; of a page, and whether another follows. */
export async function findAmends(page: number): Promise<{ amends: Amend[]; more: boolean }> {
  const rows = z.array(row).parse(
    await db.$queryRaw`
      SELECT e.position, e.act, e.at, p.name AS by, e.note, coalesce(v.clarifies, false) AS clarifies, v.number AS version,
        s.id, s.headline, s.language, s."liveId" IS NOT NULL AS live
      FROM "StoryEvent" e JOIN "Story" s ON s.id = e."storyId" LEFT JOIN "Version" v ON v.id = e."versionId"
        LEFT JOIN "Person" p ON p.id = e."actorId"
      WHERE e.act IN ('correct', 'withdraw', 'remove')
      ORDER BY e.position DESC LIMIT ${AMENDS_LENGTH + 1} OFFSET ${(page - 1) * AMENDS_LENGTH}`,
  )
  const amends = rows.slice(0, AMENDS_LENGTH).map(({ id, headline, language, live, ...amend }) => ({
    ...amend,
    story: { id, headline, language, live },
  }))
  return { amends, more: rows.length > AMENDS_LENGTH }
}
