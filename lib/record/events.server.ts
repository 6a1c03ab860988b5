import "server-only"
import { db, type Prisma, type Transaction } from "../db.server"

/** One line of the record: who did what to which story, and when. */
export type EventLine = {
  position: number
  /** null: something of the paper itself changed */
  storyId: string | null
  act: string
  /** null: the clock */
  actor: { id: string; name: string } | null
  note: string
  from: string
  to: string
  revision: number
  /** the number of the version that it made */
  version: number | null
  /** the time that came with it: for when it scheduled something */
  due: Date | null
  at: Date
  /** what readers' pages must be made again */
  tags: string[]
}

type NewEvent = Omit<Prisma.StoryEventCreateManyInput, "position" | "at" | "tags"> & { at: Date; tags: string[] }

const include = { actor: { select: { id: true, name: true } }, version: { select: { number: true } } } as const

/**
 * Writes a line at the end of the log, and gives its position. The counter's row stays locked until the commit: so positions have no
 * gaps, and whoever reads up to a position misses nothing before it. Listeners hear of it when it is committed. What it changes is
 * remembered as changed last by it. All of it is one statement: fifty stories may be due in the same second.
 */
export async function appendEvent(tx: Transaction, event: NewEvent): Promise<number> {
  const { storyId = null, act, actorId = null, note = "", fromStatus, toStatus, revision, at, tags } = event
  const [counter] = await tx.$queryRaw<[{ last: number }]>`
    WITH counter AS (UPDATE "EventCounter" SET "last" = "last" + 1 WHERE "id" = 1 RETURNING "last"),
    line AS (
      INSERT INTO "StoryEvent" (position, "storyId", act, "actorId", note, "fromStatus", "toStatus", revision, "versionId", due, at, tags)
      SELECT "last", ${storyId}::uuid, ${act}, ${actorId}::uuid, ${note}, ${fromStatus}, ${toStatus}, ${revision}::int,
        ${event.versionId ?? null}::uuid, ${event.due ?? null}::timestamptz, ${at}::timestamptz, ${tags}::text[]
      FROM counter),
    change AS (
      INSERT INTO "TagChange" (tag, position, at) SELECT DISTINCT tag, "last", ${at}::timestamptz FROM counter, unnest(${tags}::text[]) tag
      ON CONFLICT (tag) DO UPDATE SET position = excluded.position, at = excluded.at)
    SELECT "last", pg_notify('story_event', "last"::text)::text FROM counter`
  return counter.last
}

/**
 * Says in the log that something of the paper itself changed (its sections, an outside link, the front), in the
 * transaction of the change. `what` stands where a story's event has its act.
 */
export const announce = (
  tx: Transaction,
  {
    what,
    tags,
    actorId,
    at,
    note = "",
  }: { what: string; tags: string[]; actorId: string | null; at: Date; note?: string },
) => appendEvent(tx, { act: what, actorId, note, fromStatus: "", toStatus: "", revision: 0, at, tags })

/** The log after a position, in order. */
export async function findEvents(after: number, limit: number): Promise<EventLine[]> {
  const rows = await db.storyEvent.findMany({
    where: { position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
    include,
  })
  return rows.map(lineOf)
}

/** What happened to one story, in order. */
export async function findHistory(storyId: string): Promise<EventLine[]> {
  const rows = await db.storyEvent.findMany({ where: { storyId }, orderBy: { position: "asc" }, include })
  return rows.map(lineOf)
}

function lineOf(row: Prisma.StoryEventGetPayload<{ include: typeof include }>): EventLine {
  return {
    position: row.position,
    storyId: row.storyId,
    act: row.act,
    actor: row.actor,
    note: row.note,
    from: row.fromStatus,
    to: row.toStatus,
    revision: row.revision,
    version: row.version?.number ?? null,
    due: row.due,
    at: row.at,
    tags: row.tags,
  }
}
