import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { isReadable } from "../story/live.server"
import { EMPTY, pairHash, saltFor } from "./digest.server"
import { blocksOf, FORM, TEXTS } from "./entry"
import { consistencyOf, inclusionOf, joined, type Range, subtreesOf } from "./merkle"
import { hashesOf } from "./tree.server"

/** A head of the record with its signature, as it is published. */
export type SignedHead = {
  form: string
  size: number
  root: string
  before: number
  at: string
  key: string
  signature: string
}

type HeadRow = { size: number; root: string; before: number; at: Date; keyId: string; signature: string }

const published = ({ size, root, before, at, keyId: key, signature }: HeadRow): SignedHead => ({
  ...{ form: FORM, size, root, before, at: at.toISOString(), key, signature },
})

/** The newest head, or that of a size; null: there is none. */
export async function findHead(size?: number): Promise<SignedHead | null> {
  const row = await db.recordHead.findFirst({ where: size === undefined ? {} : { size }, orderBy: { size: "desc" } })
  return row && published(row)
}

/** Heads after a size, in order: what a witness that was away asks for. */
export async function findHeads(after: number, limit = 1_000): Promise<SignedHead[]> {
  const rows = await db.recordHead.findMany({ where: { size: { gt: after } }, orderBy: { size: "asc" }, take: limit })
  return rows.map(published)
}

/** Every key that heads are or were signed with, the first one first. */
export async function findKeys() {
  const rows = await db.recordKey.findMany({ orderBy: [{ since: "asc" }, { id: "asc" }] })
  return rows.map(({ id, publicKey, since, after, handedOver, takenOver }) => ({
    ...{ id, algorithm: "Ed25519", publicKey, since: since.toISOString() },
    ...(after && { after, handedOver, takenOver }),
  }))
}

/** One entry as it was hashed, with its proof in the newest head; null: there is none of this number. */
export async function findEntry(index: number) {
  const [row, head] = await Promise.all([db.recordEntry.findUnique({ where: { index } }), findHead()])
  if (!row || !head || index >= head.size) return null
  return { index, document: row.document, inclusion: await hashesOfRanges(inclusionOf(index, head.size)), head }
}

/** What shows that the record of `size` entries began as that of `older`; null: there is no such record. */
export async function findConsistency(older: number, size: number) {
  const heads = await db.recordHead.findMany({ where: { size: { in: [older, size] } }, orderBy: { size: "asc" } })
  const [first, last] = [heads[0], heads.at(-1)]
  if (!first || !last || first.size !== older || last.size !== size) return null
  return { older: published(first), head: published(last), proof: await hashesOfRanges(consistencyOf(older, size)) }
}

async function hashesOfRanges(ranges: readonly Range[]): Promise<string[]> {
  const found = await hashesOf(db, ranges.flatMap(subtreesOf))
  return ranges.map((range) =>
    joined(
      subtreesOf(range).map(({ level, index }) => found.get(`${level} ${index}`) ?? EMPTY),
      pairHash,
    ),
  )
}

const versionRow = z
  .object({ index: z.number(), salt: z.instanceof(Uint8Array) })
  .and(z.record(z.string(), z.unknown()))

/**
 * Everything that somebody needs to see for themselves that a version of a live story is in the record as readers have it: its words,
 * what opens their commitments, the entry, and its proof in the newest signed head. Null: readers may not look it up, or it is not in
 * the record yet.
 */
export async function findProof(section: string, slug: string, number: number) {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT r.index, t.salt, v.headline, v.standfirst, v.kicker, v.dateline, v.language, v.section, v.slug,
      v.byline, v.topics, v.related, v.body
    FROM "Address" a JOIN "Story" s ON s.id = a."storyId" AND s."liveId" IS NOT NULL
    JOIN "Version" v ON ${isReadable(Prisma.sql`v`)} AND v.number = ${number}
    JOIN "StoryEvent" e ON e."storyId" = s.id AND e."versionId" = v.id
    JOIN "RecordEntry" r ON r.index = e.position - 1
    JOIN "RecordSalt" t ON t.index = r.index
    WHERE a.section = ${section} AND a.slug = ${slug}`
  if (!row) return null
  const { index, salt, body, ...texts } = versionRow.parse(row)
  const entry = await findEntry(index)
  if (!entry) return null
  const opened = [
    ...TEXTS.map((path) => [path, texts[path]] as const),
    ...blocksOf(body).map((block, at) => [`body.${at}`, block] as const),
  ]
  return {
    form: FORM,
    ...entry,
    texts: opened.map(([path, value]) =>
      leadsElsewhere(path, value) ? { path, closed: true } : { path, salt: saltFor(salt, path).toString("hex"), value },
    ),
    keys: await findKeys(),
  }
}

/** What leads to other stories may lead to some that are not public: that stays closed. */
const leadsElsewhere = (path: string, value: unknown) =>
  path === "related" || JSON.stringify(value).includes('"storyId"')
