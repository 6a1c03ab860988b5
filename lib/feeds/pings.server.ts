import "server-only"
import { db, type Transaction } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import type { EventLine } from "../record/events.server"
import { follow, lookEachSecond } from "../record/follow.server"
import { addressOf } from "../story/story"
import { TAKE_AWAY } from "../story/taking-away"
import { databaseTime } from "../transaction.server"
import { feedsOf, peopleIn } from "./pings"

const DAY = 24 * 60 * 60 * 1_000

/** Looks every second whether anything happened that others are to be told of; where nobody is to be told, it does not look. */
export function startPings(): void {
  if (env.websubHub || env.indexNowKey) lookEachSecond(queuePings, "pings could not be queued")
}

/** Queues a job for everybody who is to be told of what is new in the log (docs/decisions/0044). Gives how many events it read. */
export const queuePings = (given?: Date): Promise<number> =>
  follow("pings", async (tx, events) => {
    const now = given ?? (await databaseTime(tx))
    // After a long while without pings, what is old is left to who reads the sitemaps.
    const news = events.filter((event) => now.getTime() - event.at.getTime() < DAY && isNews(event))
    if (env.websubHub) await queueForHub(tx, news)
    if (env.indexNowKey) await queueForSearch(tx, news)
  })

/** Did readers see anything of it? A live story whose draft is filed stays as it is. */
const isNews = ({ storyId, version, act }: EventLine) => !storyId || version !== null || TAKE_AWAY.includes(act)

async function queueForHub(tx: Transaction, events: readonly EventLine[]) {
  const ids = events.flatMap(({ tags }) => peopleIn(tags))
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } })
  const slugs = new Map(people.map(({ id, slug }) => [id, slug]))
  for (const event of events) {
    const feeds = feedsOf(event, slugs)
    if (feeds.length) await enqueue(tx, "tell-hub", { feeds }, { key: `tell-hub ${event.position}` })
  }
}

async function queueForSearch(tx: Transaction, events: readonly EventLine[]) {
  for (const { storyId, version, position } of events) {
    const addresses = storyId ? await addressesOf(storyId, version) : []
    if (addresses.length) await enqueue(tx, "tell-search", { addresses }, { key: `tell-search ${position}` })
  }
}

/** Where the story stands with this version (of a withdrawn one, where it last stood), and stood before it, if elsewhere. */
async function addressesOf(storyId: string, version: number | null): Promise<string[]> {
  const versions = await db.version.findMany({
    where: { storyId, ...(version !== null && { number: { lte: version } }) },
    orderBy: { number: "desc" },
    take: 2,
    select: { section: true, slug: true },
  })
  return [...new Set(versions.map(addressOf))]
}
