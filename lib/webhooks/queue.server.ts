import "server-only"
import type { Transaction } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import type { EventLine } from "../record/events.server"
import { follow, lookEachSecond } from "../record/follow.server"
import { TAKE_AWAY } from "../story/taking-away"

/** Could readers see anything of it? Nothing else is told to anybody outside. */
const isTold = ({ storyId, act, version }: EventLine) =>
  storyId !== null && (version !== null || TAKE_AWAY.includes(act))

/**
 * A delivery to this program of everything after a position that is told, however much that is. `mark` makes them others than those that
 * there were. Gives how many.
 */
export const queueAgain = (tx: Transaction, hook: string, after: number, mark: string): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO "Job" (kind, payload, key)
    SELECT 'webhook', jsonb_build_object('hook', ${hook}::text, 'position', position), 'webhook ' || ${hook}::text || ' ' || position || ${mark}::text
    FROM "StoryEvent"
    WHERE position > ${after} AND "storyId" IS NOT NULL AND ("versionId" IS NOT NULL OR act = ANY(${[...TAKE_AWAY]}))
    ORDER BY position`

/** Notes a delivery of what is new in the log to each program that is told. Gives how many events it read. */
export const queueWebhooks = (): Promise<number> =>
  follow("webhooks", async (tx, events) => {
    const hooks = await tx.webhook.findMany({ select: { id: true } })
    for (const { position } of events.filter(isTold))
      for (const { id } of hooks)
        await enqueue(tx, "webhook", { hook: id, position }, { key: `webhook ${id} ${position}` })
  })

/** Looks every second whether anything happened that others are to be told of, for as long as the process lives. */
export const startWebhooks = () => lookEachSecond(queueWebhooks, "webhooks could not be queued")
