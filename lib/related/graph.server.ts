import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { LATEST } from "./gaps"
import type { Groups } from "./graph"

export const KINDS = ["section", "package"] as const
export type Kind = (typeof KINDS)[number]

/** Of each kind: which stories `m` are in which group. */
const MEMBERS: Record<Kind, Prisma.Sql> = {
  section: Prisma.sql`SELECT id, section AS slug FROM latest`,
  package: Prisma.sql`
    SELECT latest.id, p.slug FROM latest JOIN "PackageStory" x ON x."storyId" = latest.id JOIN "Package" p ON p.id = x."packageId"`,
}
const NAMES: Record<Kind, Prisma.Sql> = {
  section: Prisma.sql`SELECT slug, name FROM "Section"`,
  package: Prisma.sql`SELECT slug, name FROM "Package"`,
}

const read = z.object({
  groups: z.array(z.object({ slug: z.string(), name: z.string(), stories: z.number() })),
  leads: z.array(z.object({ from: z.string(), to: z.string(), links: z.number() })),
})

/** The latest live stories by section or package, and how often those of one lead to those of another: in their words, as cards, in related news. */
export async function findGroups(kind: Kind): Promise<Groups> {
  const [row] = await db.$queryRaw<unknown[]>`
    WITH latest AS MATERIALIZED (
      SELECT s.id, v.section FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
      ORDER BY v."publishedAt" DESC, v.id DESC LIMIT ${LATEST}),
    m AS MATERIALIZED (${MEMBERS[kind]}),
    named AS (${NAMES[kind]}),
    led AS MATERIALIZED (
      SELECT o."storyId" AS "from", CASE WHEN c."of" = 'link' THEN c.key::uuid END AS "to"
      FROM latest JOIN "StoryClue" o ON o."storyId" = latest.id AND o.kind = 'link' JOIN "Clue" c ON c.id = o."clueId")
    SELECT
      ARRAY(SELECT jsonb_build_object('slug', named.slug, 'name', named.name, 'stories', count(*))
        FROM m JOIN named USING (slug) GROUP BY named.slug, named.name) AS groups,
      ARRAY(SELECT jsonb_build_object('from', a.slug, 'to', b.slug, 'links', count(*))
        FROM led JOIN m a ON a.id = led."from" JOIN m b ON b.id = led."to" GROUP BY a.slug, b.slug) AS leads`
  return read.parse(row)
}
