import "server-only"
import { db, type Transaction } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import { databaseTime, transaction } from "../transaction.server"
import { forgetClues, keepClues, oneAtATime } from "./clues.server"
import { findPairs, type Met } from "./pairs.server"
import { LEAST, scoreOf } from "./score"

/** So many suggestions are kept of a story: readers are shown five, and editors' picks and hidden ones come off. */
const KEPT = 20
/** A change further down shows on no page. */
const SEEN = 10

type Row = { storyId: string; targetId: string; score: number; reasons: unknown }

/**
 * Makes the suggestions of a story, and the places where it is suggested itself, follow from what readers have of it now. Told are the pages
 * on which something else is suggested by it. Done twice it comes to the same.
 */
export async function suggest({ story: storyId }: { story: string }): Promise<void> {
  await transaction(async (tx) => {
    // Whoever withdraws it or puts another version before readers waits until this is written.
    const [held] = await tx.$queryRaw<{ liveId: string | null }[]>`
      SELECT "liveId" FROM "Story" WHERE id = ${storyId}::uuid FOR SHARE`
    await oneAtATime(tx)
    // A later act has been looked after already.
    const known = await tx.suggested.findUnique({ where: { storyId } })
    if ((known?.versionId ?? null) === (held?.liveId ?? null)) return
    const version = held?.liveId ? await tx.version.findUnique({ where: { id: held.liveId } }) : null
    const pairs = version ? await findPairs(tx, version, await keepClues(tx, storyId, version)) : []
    const rows = pairs.flatMap((pair) => rowsOf(storyId, pair))
    const affected = [...new Set([storyId, ...rows.map((row) => row.storyId), ...(await findWhere(tx, storyId))])]
    const before = await digestsOf(tx, affected)
    await (version ? write(tx, storyId, rows) : forgetClues(tx, storyId))
    const after = await digestsOf(tx, affected)
    // Pages that show it were perhaps made since its text changed, and say less then than they could (still-true.ts).
    const isTold = (id: string) =>
      id === storyId || after.get(id)?.includes(storyId) || before.get(id) !== after.get(id)
    await tell(tx, affected.filter(isTold))
  })
}

/** Both ways: as each of them would lead to the other. */
function rowsOf(storyId: string, pair: Met): Row[] {
  const { targetId, shared } = pair
  const { score, reasons } = scoreOf(pair)
  if (score < LEAST) return []
  const turned = shared.map(({ here, there, ...one }) => ({ ...one, here: there, there: here }))
  return [
    { storyId, targetId, score, reasons },
    { storyId: targetId, targetId: storyId, score, reasons: scoreOf({ ...pair, shared: turned }).reasons },
  ]
}

async function findWhere(tx: Transaction, storyId: string): Promise<string[]> {
  const rows = await tx.suggestion.findMany({ where: { targetId: storyId }, select: { storyId: true } })
  return rows.map((row) => row.storyId)
}

async function write(tx: Transaction, storyId: string, rows: readonly Row[]) {
  await tx.$executeRaw`DELETE FROM "Suggestion" WHERE "storyId" = ${storyId}::uuid OR "targetId" = ${storyId}::uuid`
  if (!rows.length) return
  await tx.$executeRaw`
    INSERT INTO "Suggestion" ("storyId", "targetId", score, reasons)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row("storyId" uuid, "targetId" uuid, score real, reasons jsonb)`
  await tx.$executeRaw`
    DELETE FROM "Suggestion" s USING (
      SELECT "storyId", "targetId", row_number() OVER (PARTITION BY "storyId" ORDER BY score DESC, "targetId") AS place
      FROM "Suggestion" WHERE "storyId" = ANY(${[...new Set(rows.map((row) => row.storyId))]}::uuid[])) placed
    WHERE s."storyId" = placed."storyId" AND s."targetId" = placed."targetId" AND placed.place > ${KEPT}`
}

/** What readers may see of each story's suggestions, and of the reasons for its editor's picks, by story. */
async function digestsOf(tx: Transaction, storyIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ storyId: string; seen: string }[]>`
    SELECT placed."storyId", string_agg("targetId"::text || reasons::text, ',' ORDER BY place) AS seen FROM (
      SELECT *, row_number() OVER (PARTITION BY "storyId" ORDER BY score DESC, "targetId") AS place
      FROM "Suggestion" WHERE "storyId" = ANY(${[...storyIds]}::uuid[])) placed
    JOIN "Story" s ON s.id = placed."storyId" JOIN "Version" v ON v.id = s."liveId"
    WHERE place <= ${SEEN} OR v.related @> jsonb_build_array(jsonb_build_object('story', "targetId")) GROUP BY placed."storyId"`
  return new Map(rows.map(({ storyId, seen }) => [storyId, seen]))
}

/** Pages of sections that show no suggestions stay as they are, where their editors put nothing there either. */
async function tell(tx: Transaction, changed: readonly string[]) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Story" s JOIN "Version" v ON v.id = s."liveId" JOIN "Section" c ON c.slug = v.section
    WHERE s.id = ANY(${[...changed]}::uuid[]) AND (c."relatedMost" > 0 OR v.related <> '[]'::jsonb) ORDER BY s.id`
  if (!rows.length) return
  const tags = rows.map(({ id }) => TAGS.suggestions(id))
  await announce(tx, { what: "suggestions", tags, actorId: null, at: await databaseTime(tx) })
}

const AT_ONCE = 25
/** milliseconds after which others have their turn */
const LONGEST = 5_000

/** Live stories whose clues nobody has looked at: of an archive that is older than suggestions, or that was put in from elsewhere. */
export async function suggestRest(_: object, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  while (!signal.aborted) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM "Story" s LEFT JOIN "Suggested" d ON d."storyId" = s.id
      WHERE s."liveId" IS NOT NULL AND d."versionId" IS DISTINCT FROM s."liveId" ORDER BY s.id DESC LIMIT ${AT_ONCE}`
    for (const { id } of rows) if (!signal.aborted) await suggest({ story: id })
    if (rows.length < AT_ONCE) return
    if (performance.now() - began > LONGEST)
      return transaction((tx) => enqueue(tx, "suggestRest", {}, { runAt: new Date(Date.now() + 1_000) }))
  }
}
