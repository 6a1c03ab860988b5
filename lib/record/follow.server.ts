import "server-only"
import type { Transaction } from "../db.server"
import { log } from "../log.server"
import { transaction } from "../transaction.server"
import { type EventLine, findEvents } from "./events.server"

const AT_ONCE = 100

/**
 * Reads the log on from where this follower stopped, and has the work done for what is new in the same transaction as its
 * position moves: what the work writes is written once for every event, whatever fails. One process at a time does it; the others
 * find nothing to do. A follower that is new begins after what `from` gives, or else with the next event. Gives how many events it read.
 */
export async function follow(
  name: string,
  work: (tx: Transaction, events: EventLine[]) => Promise<void>,
  { from, atOnce = AT_ONCE }: { from?: (tx: Transaction) => Promise<number>; atOnce?: number } = {},
): Promise<number> {
  return transaction(async (tx) => {
    const held = (await hold(tx, name)) ?? (await begin(tx, name, from))
    if (!held) return 0
    const events = await findEvents(held.position, atOnce)
    const last = events.at(-1)
    if (!last) return 0
    await work(tx, events)
    await tx.follower.update({ where: { name }, data: { position: last.position } })
    return events.length
  })
}

async function hold(tx: Transaction, name: string) {
  const [held] = await tx.$queryRaw<{ position: number }[]>`
    SELECT position FROM "Follower" WHERE name = ${name} FOR UPDATE SKIP LOCKED`
  return held
}

/** Where there is no follower of this name yet; nothing, where another process is at work. */
async function begin(tx: Transaction, name: string, from?: (tx: Transaction) => Promise<number>) {
  if (await tx.follower.findUnique({ where: { name } })) return undefined
  await tx.$executeRaw`
    INSERT INTO "Follower" (name, position)
    SELECT ${name}, coalesce(${from ? await from(tx) : null}::int, last) FROM "EventCounter" WHERE id = 1
    ON CONFLICT (name) DO NOTHING`
  return hold(tx, name)
}

const SECOND = 1_000

/**
 * Has the work done while there is any, and looks each second for more, for as long as the process lives; never keeps it alive itself.
 * `lament` is what the log says when it fails; then it looks less and less often, twice a minute at least.
 */
export function lookEachSecond(work: () => Promise<number>, lament: string): void {
  let wait = SECOND
  const tick = async () => {
    try {
      while (await work());
      wait = SECOND
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, lament)
      wait = Math.min(wait * 2, 30 * SECOND)
    }
    setTimeout(tick, wait).unref()
  }
  setTimeout(tick, wait).unref()
}
