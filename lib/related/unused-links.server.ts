import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { transaction } from "../transaction.server"

const held = Prisma.sql`jsonb_build_array(jsonb_build_object('link', l.id::text))`

/** Of link `l`: no draft, no public version and no changes that were set aside hold it. */
export const isUnused = Prisma.sql`
  NOT EXISTS (SELECT FROM "Story" s WHERE s.related @> ${held})
  AND NOT EXISTS (SELECT FROM "Version" v JOIN "Story" s ON s."liveId" = v.id WHERE v.related @> ${held})
  AND NOT EXISTS (SELECT FROM "SetAside" a WHERE a.text->'related' @> ${held})`

// Whoever has just added one is about to save a story with it.
const isIdle = Prisma.sql`l."createdAt" < now() - interval '1 hour' AND ${isUnused}`

const ids = z.array(z.object({ id: z.string() }))
const counted = z.tuple([z.object({ count: z.number() })])

/** How many links no story holds that are older than an hour: so many can be removed at once. */
export async function countIdleLinks(): Promise<number> {
  const [{ count }] = counted.parse(
    await db.$queryRaw`SELECT count(*)::int AS count FROM "OutsideLink" l WHERE ${isIdle}`,
  )
  return count
}

/** So many go in one transaction. */
const AT_ONCE = 2_000

/** Removes all links that no story holds and that are older than an hour, a number of them at a time. */
export async function removeIdleLinks(actor: Person): Promise<{ removed: number } | Refusal> {
  if (!can(actor, "links"))
    return { refused: "Only an administrator changes links for all stories.", because: "no right" }
  let removed = 0
  for (;;) {
    const { found, gone } = await removeSome()
    removed += gone
    if (found < AT_ONCE || gone === 0) return { removed }
  }
}

const removeSome = () =>
  transaction(async (tx) => {
    const found = ids.parse(
      await tx.$queryRaw`SELECT l.id FROM "OutsideLink" l WHERE ${isIdle} ORDER BY l.id LIMIT ${AT_ONCE} FOR UPDATE`,
    )
    // Who saved a story with one of them meanwhile was waited for: they are looked at once more.
    const gone = ids.parse(
      await tx.$queryRaw`
        DELETE FROM "OutsideLink" l WHERE l.id = ANY(${found.map(({ id }) => id)}::uuid[]) AND ${isUnused} RETURNING l.id`,
    )
    await tx.relatedNote.deleteMany({ where: { targetId: { in: gone.map(({ id }) => id) } } })
    return { found: found.length, gone: gone.length }
  })
