import "server-only"
import { z } from "zod"
import { Prisma, type Transaction } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import { announce } from "../record/events.server"
import { TAGS, tagsOfChange } from "../record/tags"
import { byline } from "../story/story"
import { storiesWith } from "./used.server"

const texts = z.array(
  z.object({ id: z.string(), section: z.string(), topics: z.array(z.string()), byline: byline.catch([]) }),
)
const ids = z.array(z.object({ id: z.string() }))

/**
 * Has everything made again that shows these pictures, or shows those in whose place they stand: pages, feeds and sitemaps by an event, share
 * pictures by jobs.
 * In the transaction of what changed them. `what` stands in the log where a story's event has its act.
 */
export async function makeAfresh(
  tx: Transaction,
  pictures: readonly string[],
  { what, actorId, at }: { what: string; actorId: string | null; at: Date },
): Promise<void> {
  const named = ids.parse(
    await tx.$queryRaw<unknown[]>`
      SELECT id FROM "Picture" WHERE id = ANY(${pictures}::uuid[]) OR "replacedById" = ANY(${pictures}::uuid[])`,
  )
  // Stories before the log, as everywhere: who holds one of them waits for the log next.
  const stories = ids.parse(
    await tx.$queryRaw<unknown[]>`
      UPDATE "Story" SET "sharePicture" = '' WHERE "liveId" IS NOT NULL AND id IN (
        SELECT u.id FROM unnest(${pictures}::uuid[]) p(id) CROSS JOIN LATERAL (${storiesWith(Prisma.sql`p.id`)}) u WHERE u.live)
      RETURNING id`,
  )
  for (const { id } of stories) await enqueue(tx, "sharePicture", { story: id })
  // Feeds and sitemaps, too, which depend on lists alone.
  const live = texts.parse(
    await tx.$queryRaw<unknown[]>`
      SELECT s.id, v.section, v.topics, v.byline FROM "Story" s JOIN "Version" v ON v.id = s."liveId"
      WHERE s.id = ANY(${stories.map(({ id }) => id)}::uuid[])`,
  )
  const lists = live.flatMap(({ id, ...text }) => tagsOfChange(id, [text]))
  const tags = [...new Set([...named.map(({ id }) => TAGS.picture(id)), ...lists])]
  await announce(tx, { what, tags, actorId, at })
}
