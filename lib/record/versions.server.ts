import "server-only"
import { createHash } from "node:crypto"
import { db, type Prisma } from "../db.server"
import { textAsRead } from "../story/row.server"
import type { StoryText } from "../story/story"
import { canonical } from "./canonical"

/** What readers were shown from a moment on, word for word. */
export type VersionLine = {
  id: string
  number: number
  /** publish, update, minor or correct */
  kind: string
  /** the words of a correction */
  note: string
  /** of a correction: nothing was wrong, it could only be misunderstood */
  clarifies: boolean
  text: StoryText
  /** how many blocks are of a later release: they are in the record, but not in `text` */
  unread: number
  publishedAt: Date
  madeAt: Date
  /** null: the clock */
  by: { id: string; name: string } | null
  sha256: string
}

const include = { madeBy: { select: { id: true, name: true } } } as const

/** A story's versions, the first one first. */
export async function findVersions(storyId: string): Promise<VersionLine[]> {
  const rows = await db.version.findMany({ where: { storyId }, orderBy: { number: "asc" }, include })
  return rows.map(lineOf)
}

export async function findVersion(storyId: string, number: number): Promise<VersionLine | null> {
  const row = await db.version.findUnique({ where: { storyId_number: { storyId, number } }, include })
  return row && lineOf(row)
}

/** The version that readers see now. */
export async function findLiveVersion(storyId: string): Promise<VersionLine | null> {
  const row = await db.version.findFirst({ where: { liveOf: { id: storyId } }, include })
  return row && lineOf(row)
}

/** SHA-256 of a version's words: of the canonical JSON of its text, with the body as it was stored. */
export const contentHash = (text: Omit<StoryText, "body"> & { body: unknown }) =>
  createHash("sha256").update(canonical(text)).digest("hex")

function lineOf(row: Prisma.VersionGetPayload<{ include: typeof include }>): VersionLine {
  const { id, number, kind, note, clarifies, publishedAt, madeAt } = row
  const { text, unread } = textAsRead(row)
  const sha256 = contentHash({ ...text, body: row.body })
  return { id, number, kind, note, clarifies, text, unread, publishedAt, madeAt, by: row.madeBy, sha256 }
}
