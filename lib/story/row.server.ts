import "server-only"
import { z } from "zod"
import { readBody } from "../blocks/stored"
import type { Prisma, Transaction } from "../db.server"
import { CHANGES, STATUSES, type Story, type StoryText, storyText } from "./story"

type Row = Prisma.StoryGetPayload<object>
type TextRow = Pick<Row, "body" | "byline" | "related"> & Record<keyof StoryText, unknown>

const status = z.enum(STATUSES)
const change = z.enum(CHANGES).nullable().catch(null)

/** A row of the table as the rest of the house knows a story. */
export function storyOf(row: Row): Story {
  return {
    id: row.id,
    revision: row.revision,
    status: status.parse(row.status),
    ...textAsRead(row),
    liveId: row.liveId,
    liveRevision: row.liveRevision,
    slugChosen: row.slugChosen,
    firstPublishedAt: row.firstPublishedAt,
    publishAt: row.publishAt,
    changeAs: change.parse(row.changeAs),
    changeNote: row.changeNote,
    changeClarifies: row.changeClarifies,
    embargoUntil: row.embargoUntil,
    withdrawAt: row.withdrawAt,
    withdrawNotice: row.withdrawNotice,
    withdrawnAt: row.withdrawnAt,
    withdrawnNote: row.withdrawnNote,
    removedAt: row.removedAt,
    createdById: row.createdById,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
  }
}

/** The story as it is, which nobody else changes before this transaction ends; null where there is none. */
export async function lockStory(tx: Transaction, id: string): Promise<Story | null> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM "Story" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return row ? storyOf(row) : null
}

/**
 * The words of a story or of a version as far as this release knows its blocks, and how many it does not: those stay in
 * the database as they are.
 */
export function textAsRead(row: TextRow): { text: StoryText; unread: number } {
  const body = readBody(row.body)
  const known = body.filter((block) => block.kind !== "unknown")
  return { text: textOfRow({ ...row, body: known }), unread: body.length - known.length }
}

/** The words of a story or of a version. Throws where this release does not know a block. */
export function textOfRow(row: TextRow): StoryText {
  const { headline, standfirst, kicker, dateline, language, section, slug, byline, topics, body, related } = row
  return storyText.parse({
    headline,
    standfirst,
    kicker,
    dateline,
    language,
    section,
    slug,
    byline,
    topics,
    body,
    related,
  })
}
