import "server-only"
import { z } from "zod"
import { readBody } from "../blocks/stored"
import { db, Prisma } from "../db.server"
import { tagsOfPage } from "../record/tags"
import { isShownAt, momentsOf } from "../related/manner"
import { asRead, cardsIn, type LiveStory } from "../story/live"
import { findSurroundings, isReadable, wordsOfVersion } from "../story/live.server"
import { type WordsRow, wordsRow } from "../story/surroundings"
import type { VersionText } from "./difference"
import type { Compared, VersionLine } from "./versions"

const line = z.object({ number: z.number(), kind: z.string(), note: z.string(), clarifies: z.boolean(), at: z.date() })

/** The versions of a live story that readers may look up, newest first. */
export async function findReadableVersions(storyId: string): Promise<VersionLine[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT o.number, o.kind, o.note, o.clarifies, o."madeAt" AS at FROM "Story" s JOIN "Version" o ON ${isReadable(Prisma.sql`o`)}
    WHERE s.id = ${storyId}::uuid AND s."liveId" IS NOT NULL ORDER BY o.number DESC`
  return z.array(line).parse(rows)
}

/** These versions of a live story with their words, the older first; those that readers may not look up are left out. */
async function findRows(storyId: string, numbers: readonly number[]): Promise<WordsRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT s.id, ${wordsOfVersion} FROM "Story" s JOIN "Version" v ON ${isReadable(Prisma.sql`v`)}
    WHERE s.id = ${storyId}::uuid AND s."liveId" IS NOT NULL AND v.number = ANY(${numbers}) ORDER BY v.number`
  return z.array(wordsRow).parse(rows)
}

/** A version of a live story as readers had it, with what is public now around it. Null: there is none that they may look up. */
export async function findReadableVersion(storyId: string, number: number, now: Date): Promise<LiveStory | null> {
  const [row] = await findRows(storyId, [number])
  return row ? asRead(row, await findSurroundings([row]), now) : null
}

export async function findCompared(storyId: string, from: number, to: number, now: Date): Promise<Compared | null> {
  const rows = await findRows(storyId, [from, to])
  const [older, newer] = rows
  if (!older || !newer) return null
  const tags = rows.flatMap(({ id, related, body }) =>
    tagsOfPage({ id, related: related.filter((item) => isShownAt(item, now)), cards: cardsIn(readBody(body)) }),
  )
  const relatedMoments = momentsOf(rows.flatMap(({ related }) => related))
  return { older: textOf(older), newer: textOf(newer), around: await findSurroundings(rows), tags, relatedMoments }
}

function textOf(row: WordsRow): VersionText {
  const { headline, standfirst, kicker, dateline, language, section, slug, byline, topics, related } = row
  const words = { headline, standfirst, kicker, dateline, language, section, slug, byline, topics, related }
  return { ...words, body: z.array(z.unknown()).parse(row.body) }
}
