import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { TAGS } from "./tags"

const times = z.array(z.object({ at: z.date() }))
const positions = z.tuple([z.object({ last: z.number() })])

const END = 2_147_483_647

/**
 * When anything that these tags name last changed for readers, by the log up to a position; null where it knows of nothing. The
 * position (or this call itself) has to be older than what is sent: a change in between then makes the time too old, which
 * costs somebody an answer that they had, where a time too young would leave them with a stale one for ever.
 */
export async function findLastChange(tags: readonly string[], upTo = END): Promise<Date | null> {
  const named = [...tags, TAGS.names]
  const found = await db.$queryRaw<unknown[]>`
    SELECT at FROM "StoryEvent" WHERE tags && ${named} AND position <= ${upTo} ORDER BY position DESC LIMIT 1`
  return times.parse(found)[0]?.at ?? null
}

/** How far the log goes now. */
export async function presentPosition(): Promise<number> {
  const found = await db.$queryRaw<unknown[]>`SELECT last FROM "EventCounter" WHERE id = 1`
  return positions.parse(found)[0].last
}
