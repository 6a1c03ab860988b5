import "server-only"
import type { Transaction } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import { log } from "../log.server"
import { follow } from "../record/follow.server"
import { TAKE_AWAY } from "../story/taking-away"

type Event = {
  position: number
  storyId: string | null
  act: string
  versionId?: string | null
  version?: number | null
}

/** Could readers see anything of it? Nothing else is told to anybody outside. */
const isTold = ({ storyId, act, versionId, version }: Event) =>
  storyId !== null && ((versionId ?? version ?? null) !== null || TAKE_AWAY.includes(act))

/** A delivery for each of these programs and each event that is told. `mark` makes them others than those that there were. */
export async function queueDeliveries(tx: Transaction, hooks: readonly string[], events: readonly Event[], mark = "") {
  let queued = 0
  for (const event of events)
    for (const hook of isTold(event) ? hooks : []) {
      const { position } = event
      await enqueue(tx, "webhook", { hook, position }, { key: `webhook ${hook} ${position}${mark}` })
      queued++
    }
  return queued
}

/** Notes deliveries of what is new in the log. Gives how many events it read. */
export const queueWebhooks = (): Promise<number> =>
  follow("webhooks", async (tx, events) => {
    const hooks = await tx.webhook.findMany({ select: { id: true } })
    await queueDeliveries(
      tx,
      hooks.map(({ id }) => id),
      events,
    )
  })

const SECOND = 1_000

/** Looks every second whether anything happened that others are to be told of, for as long as the process lives. */
export function startWebhooks(): void {
  let wait = SECOND
  const tick = async () => {
    try {
      while (await queueWebhooks());
      wait = SECOND
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, "webhooks could not be queued")
      wait = Math.min(wait * 2, 30 * SECOND)
    }
    setTimeout(tick, wait).unref()
  }
  setTimeout(tick, wait).unref()
}
