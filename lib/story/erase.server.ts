import "server-only"
import type { Transaction } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import { removeFiles } from "../pictures/files.server"
import { shareOfStory } from "../pictures/share"

/**
 * Erases the words of a story wherever the paper keeps them, up to the event of its removal: draft, versions, drafts that were kept or set
 * aside, changes of its related news, notes (those that the desk made of it in other stories, too), answers to programs, words of its own on
 * arranged pages, and what opens its entries in the record. What stays is that there were versions, what was done when, and the addresses. In
 * the transaction of the removal.
 */
export async function erase(tx: Transaction, storyId: string, position: number): Promise<void> {
  // Whoever seals has read the words by now, or will read none: what opens them would come after it was erased.
  await tx.$queryRaw`SELECT position FROM "Follower" WHERE name = 'record' FOR UPDATE`
  await tx.$executeRaw`SELECT set_config('standfirst.legal_removal', 'on', true)`
  await tx.$executeRaw`
    UPDATE "Version" SET headline = '', standfirst = '', kicker = '', dateline = '', note = '',
      byline = '[]', topics = '{}', body = '[]', related = '[]' WHERE "storyId" = ${storyId}::uuid`
  await tx.$executeRaw`UPDATE "StoryEvent" SET note = '' WHERE "storyId" = ${storyId}::uuid AND position < ${position}`
  await tx.$executeRaw`
    UPDATE "Story" SET headline = '', standfirst = '', kicker = '', dateline = '', "changeNote" = '', "sharePicture" = '',
      byline = '[]', topics = '{}', body = '[]', related = '[]' WHERE id = ${storyId}::uuid`
  await tx.setAside.deleteMany({ where: { storyId } })
  await tx.checkpoint.deleteMany({ where: { storyId } })
  await tx.approval.deleteMany({ where: { storyId } })
  await tx.relatedNote.deleteMany({ where: { OR: [{ storyId }, { targetId: storyId }] } })
  await tx.relatedChange.deleteMany({ where: { storyId } })
  await tx.$executeRaw`
    DELETE FROM "RecordSalt" WHERE index IN (
      SELECT position - 1 FROM "StoryEvent" WHERE "storyId" = ${storyId}::uuid AND position < ${position})`
  await tx.$executeRaw`DELETE FROM "IdempotencyKey" WHERE strpos(answer::text, ${storyId}) > 0`
  await tx.$executeRaw`
    UPDATE "Arrangement" SET slots = (
      SELECT jsonb_agg(CASE WHEN slot->>'story' = ${storyId} THEN slot - 'headline' - 'kicker' ELSE slot END ORDER BY place)
      FROM jsonb_array_elements(slots) WITH ORDINALITY s(slot, place))
    WHERE slots @> jsonb_build_array(jsonb_build_object('story', ${storyId}::text))`
  await tx.$executeRaw`SELECT set_config('standfirst.legal_removal', '', true)`
  await enqueue(tx, "erase", { story: storyId })
}

/** The job behind a removal: the files of its share picture go, which have the headline in them. */
export const eraseFiles = ({ story }: { story: string }) =>
  removeFiles(`share-${story}`, (name) => shareOfStory(name) === story)
