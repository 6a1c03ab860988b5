import "server-only"
import { linksOf } from "../blocks/links"
import { readBody, type StoredBlock } from "../blocks/stored"
import { pageOfOurs } from "../checks/own-pages"
import type { Prisma, Transaction } from "../db.server"
import { env } from "../env.server"
import { cardsIn } from "../story/live"
import { textOfRow } from "../story/row.server"
import type { StoryText } from "../story/story"
import { type Clue, cluesOf } from "./clues"
import { isOpen } from "./manner"

type Version = Prisma.VersionGetPayload<object>
type Text = Omit<StoryText, "body"> & { body: readonly StoredBlock[] }

/**
 * One at a time counts clues and compares stories, on however many nodes. Whoever holds a story's row takes this after it and before a
 * number of the log, so that nobody waits in a circle.
 */
export const oneAtATime = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('clues'))`

/** A clue as it is kept: one of the text, or a story that it leads to. */
export type KeptClue = Omit<Clue, "kind"> & { kind: Clue["kind"] | "link" }

/** What a text has in common with others; of a link the paper itself knows which story it leads to. */
export async function readClues(tx: Transaction, storyId: string, text: Text): Promise<KeptClue[]> {
  const links = (await storiesLinkedIn(tx, text)).filter((id) => id !== storyId)
  return [
    ...cluesOf(text),
    ...links.map((key) => ({ of: "link", key, written: "", kind: "link" as const, count: 1, top: false, sure: true })),
  ]
}

/** Makes the archive of clues say what this live version of a story says, whatever it said of the story before. */
export async function keepClues(tx: Transaction, storyId: string, version: Version): Promise<KeptClue[]> {
  const had = await takeOut(tx, storyId)
  const text = { ...textOfRow({ ...version, body: [] }), body: readBody(version.body) }
  const clues = await readClues(tx, storyId, text)
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(clues)}::jsonb)
        AS given("of" text, key text, written text, kind text, count int, top boolean, sure boolean)),
    kept AS (
      INSERT INTO "Clue" AS known ("of", key, stories, sure) SELECT "of", key, 1, sure::int FROM given
      ON CONFLICT ("of", key) DO UPDATE SET stories = known.stories + 1, sure = known.sure + excluded.sure
      RETURNING id, "of", key)
    INSERT INTO "StoryClue" ("storyId", "clueId", written, kind, count, top, sure)
    SELECT ${storyId}::uuid, kept.id, written, kind, count, top, sure FROM given JOIN kept USING ("of", key)`
  await dropUnused(tx, had)
  await tx.suggested.upsert({
    where: { storyId },
    create: { storyId, versionId: version.id },
    update: { versionId: version.id },
  })
  return clues
}

/** Of a story that readers have no more nothing is left here, neither its words nor that it was suggested. */
export async function forgetClues(tx: Transaction, storyId: string): Promise<void> {
  await oneAtATime(tx)
  await dropUnused(tx, await takeOut(tx, storyId))
  await tx.$executeRaw`DELETE FROM "Suggestion" WHERE "storyId" = ${storyId}::uuid OR "targetId" = ${storyId}::uuid`
  await tx.suggested.deleteMany({ where: { storyId } })
}

async function takeOut(tx: Transaction, storyId: string): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH gone AS (DELETE FROM "StoryClue" WHERE "storyId" = ${storyId}::uuid RETURNING "clueId", sure)
    UPDATE "Clue" c SET stories = c.stories - 1, sure = c.sure - gone.sure::int FROM gone WHERE c.id = gone."clueId" RETURNING c.id`
  return rows.map(({ id }) => id)
}

const dropUnused = (tx: Transaction, ids: number[]) =>
  tx.$executeRaw`DELETE FROM "Clue" WHERE id = ANY(${ids}::int[]) AND stories <= 0`

/** The stories that a text leads to: in its words, as cards, and in its related news as all readers have them for good. */
async function storiesLinkedIn(tx: Transaction, { body, related }: Text): Promise<string[]> {
  const pages = linksOf(body).flatMap((link) => {
    const page = pageOfOurs(link, env.publicOrigin)
    return page ? { section: page.section, slug: page.slug } : []
  })
  const rows = pages.length
    ? await tx.address.findMany({ where: { OR: pages }, select: { storyId: true }, take: MOST_LINKS })
    : []
  const ids = [
    ...rows.map(({ storyId }) => storyId),
    ...cardsIn(body),
    ...related.filter(isOpen).flatMap((item) => ("story" in item ? item.story : [])),
  ]
  return [...new Set(ids)].slice(0, MOST_LINKS)
}

const MOST_LINKS = 50
