import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { isReadable } from "../story/live.server"
import { shows } from "./used.server"

const row = z.object({ shown: z.boolean(), over: z.boolean(), here: z.boolean(), until: z.date().nullable() })

export type Standing = "shown" | "here" | "gone" | "hidden"

/** Pictures that readers were last known to have, how, and until when: they go on having them while the database is away. */
const known = new Map<string, { standing: "shown" | "here"; until: number }>()
const REMEMBERED = 10_000

/**
 * Do readers have this picture: does a version show it that they can look up, or one in whose place it stands? Before its story is published,
 * and after it was withdrawn, a picture is the newsroom's alone. `here`: on the paper's own pages, and on nobody else's. `gone`: its rights have
 * ended, or another took its place. Throws where the database does not answer and nothing is known.
 */
export async function standingOf(id: string): Promise<Standing> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT p."rightsUntil" AS until, p."rightsFor" <> 'ours' AS here, p."replacedById" IS NOT NULL OR coalesce(p."rightsUntil" <= statement_timestamp(), false) AS over,
      EXISTS (SELECT FROM "Picture" n JOIN "Version" v ON ${shows(Prisma.sql`v.body`, Prisma.sql`n.id`)}
        JOIN "Story" s ON s.id = v."storyId" WHERE (n.id = p.id OR n."replacedById" = p.id) AND ${isReadable(Prisma.sql`v`)}) AS shown
    FROM "Picture" p WHERE p.id = ${id}::uuid`.catch((error: unknown) => {
    if ((known.get(id)?.until ?? 0) > Date.now()) return null
    throw error
  })
  if (!rows) return known.get(id)?.standing ?? "hidden"
  const found = row.safeParse(rows[0]).data
  const standing = !found?.shown ? "hidden" : found.over ? "gone" : found.here ? "here" : "shown"
  if (standing === "gone" || standing === "hidden") known.delete(id)
  else if (known.size < REMEMBERED)
    known.set(id, { standing, until: found?.until?.getTime() ?? Number.POSITIVE_INFINITY })
  return standing
}
