import "server-only"
import { z } from "zod"
import { countStoredWords } from "../blocks/stored"
import { db, type Prisma } from "../db.server"
import { storyOf } from "./row.server"
import {
  byline,
  hasUnpublishedChanges,
  LANGUAGES,
  type Language,
  namesOf,
  STATUSES,
  type Status,
  type Story,
} from "./story"

const uuid = z.uuid()

export async function findStory(id: string): Promise<Story | null> {
  if (!uuid.safeParse(id).success) return null
  const row = await db.story.findUnique({ where: { id } })
  return row && storyOf(row)
}

type NewslistItem = {
  id: string
  revision: number
  status: Status
  headline: string
  section: string
  language: Language
  byline: string
  changedAt: Date
  publishAt: Date | null
  firstPublishedAt: Date | null
  /** do readers see it? */
  live: boolean
  /** is there anything in the draft that readers do not see yet? */
  unpublished: boolean
  words: number
}

export type Newslist = { items: NewslistItem[]; next: string | null; total: number }
export type NewslistFilter = { status?: Status; section?: string; q?: string; cursor?: string; limit?: number }

/** What the desk has in hand, last changed first. `next` is the cursor of the page after this one. */
export async function findNewslist({ status, section, q, cursor, limit = 50 }: NewslistFilter): Promise<Newslist> {
  const where: Prisma.StoryWhereInput = {
    ...(status && { status }),
    ...(section && { section }),
    ...(q?.trim() && { AND: q.trim().split(/\s+/).slice(0, 10).map(hasWord) }),
  }
  const after = cursor ? readCursor(cursor) : null
  const [total, rows] = await Promise.all([
    db.story.count({ where }),
    db.story.findMany({
      where: after ? { AND: [where, after] } : where,
      orderBy: [{ changedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
  ])
  const items = rows.slice(0, limit).map(itemOf)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.changedAt.getTime()}_${last.id}` : null, total }
}

/** A word anywhere in headline, standfirst or slug. Prisma does not escape the wildcards of LIKE. */
export function hasWord(word: string): Prisma.StoryWhereInput {
  const contains = word.replace(/[\\%_]/g, "\\$&")
  const filter = { contains, mode: "insensitive" } as const
  return { OR: [{ headline: filter }, { standfirst: filter }, { slug: filter }] }
}

const cursorShape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), uuid])

/** Is this a cursor that a newslist gave? */
export const isCursor = (cursor: string) => cursorShape.safeParse(cursor.split("_")).success

function readCursor(cursor: string): Prisma.StoryWhereInput | null {
  const parsed = cursorShape.safeParse(cursor.split("_"))
  if (!parsed.success) return null
  const changedAt = new Date(parsed.data[0])
  return { OR: [{ changedAt: { lt: changedAt } }, { changedAt, id: { lt: parsed.data[1] } }] }
}

const standing = z.object({ status: z.enum(STATUSES), language: z.enum(LANGUAGES), byline: byline.catch([]) })

/** Read with patience: one story that another release has written must not take the list with it. */
function itemOf(row: Prisma.StoryGetPayload<object>): NewslistItem {
  const { id, revision, headline, section, changedAt, publishAt, firstPublishedAt, liveId } = row
  const { status, language, byline } = standing.parse(row)
  return {
    ...{ id, revision, status, headline, section, language, changedAt, publishAt, firstPublishedAt },
    byline: namesOf(byline),
    live: liveId !== null,
    unpublished: hasUnpublishedChanges(row),
    words: countStoredWords(row.body),
  }
}
