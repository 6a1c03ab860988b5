import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { TAGS } from "./tags"

const changes = z.array(z.object({ position: z.number(), at: z.date() }))
const positions = z.tuple([z.object({ last: z.number() })])

const END = 2_147_483_647

/**
 * When anything that these tags name last changed for readers, by the log; null where it knows of nothing, or where there was a
 * change after the position `upTo`. What is sent has to be read after this call, or after that position was: a time that is too old
 * costs somebody an answer that they had; one that is too young would leave them with a stale one for ever.
 */
export async function findLastChange(tags: readonly string[], upTo = END): Promise<Date | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT position, at FROM "TagChange" WHERE tag = ANY(${[...tags, TAGS.names]}) ORDER BY position DESC LIMIT 1`
  const [last] = changes.parse(rows)
  return last && last.position <= upTo ? last.at : null
}

/** How far the log goes now. */
export async function presentPosition(): Promise<number> {
  const found = await db.$queryRaw<unknown[]>`SELECT last FROM "EventCounter" WHERE id = 1`
  return positions.parse(found)[0].last
}
