import "server-only"
import { z } from "zod"
import { atWall } from "../dates"
import { db, Prisma } from "../db.server"
import { paper } from "../paper"
import type { LibraryFilter, PictureState } from "./library"
import { storiesWith } from "./used.server"

const PAGE = 48
/** So many are counted; of more it is only said that there are more. */
export const MOST_COUNTED = 1_000

const line = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  widths: z.array(z.number()),
  caption: z.string(),
  alt: z.string(),
  decorative: z.boolean(),
  credit: z.string(),
  fileName: z.string(),
  until: z.date().nullable(),
  ended: z.boolean(),
  limited: z.boolean(),
  replaced: z.boolean(),
  createdAt: z.date(),
  by: z.string(),
})
export type LibraryLine = z.infer<typeof line>

type LibraryPage = { items: LibraryLine[]; total: number; next: string | null }

/**
 * A page of the library, uploaded last first. `next` is the cursor of the page after this one; `total` goes to one more than is counted.
 * `section`: only what a story there may show now (as lib/pictures/rights.ts has it).
 */
export async function findLibrary(filter: LibraryFilter, section?: string): Promise<LibraryPage> {
  const usable = section === undefined ? [] : [usableIn(section)]
  const where = Prisma.join([...conditions(filter), ...usable], " AND ")
  const after = filter.cursor ? readCursor(filter.cursor) : null
  const behind = after ? Prisma.sql`(p."createdAt", p.id) < (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`
  const [counted, rows] = await Promise.all([
    db.$queryRaw<[{ total: number }]>`
      SELECT count(*)::int AS total FROM (SELECT FROM "Picture" p WHERE ${where} LIMIT ${MOST_COUNTED + 1}) counted`,
    db.$queryRaw<unknown[]>`
      SELECT p.id, p.width, p.height, p.widths, p.caption, p.alt, p.decorative, p.credit, p."fileName", p."createdAt",
        p."rightsUntil" AS until, coalesce(${ENDED}, false) AS ended, ${LIMITED} AS limited,
        p."replacedById" IS NOT NULL AS replaced, u.name AS by
      FROM "Picture" p JOIN "Person" u ON u.id = p."uploadedById"
      WHERE ${where} AND ${behind} ORDER BY p."createdAt" DESC, p.id DESC LIMIT ${PAGE + 1}`,
  ])
  const found = z.array(line).parse(rows)
  const items = found.slice(0, PAGE)
  const last = items.at(-1)
  const next = found.length > PAGE && last ? `${last.createdAt.getTime()}_${last.id}` : null
  return { items, total: counted[0].total, next }
}

const ENDED = Prisma.sql`p."rightsUntil" <= statement_timestamp()`
const LIMITED = Prisma.sql`(p."rightsFor" <> 'ours' OR p."rightsUntil" IS NOT NULL OR p."rightsNotIn" <> '{}' OR p."rightsNote" <> '')`

const usableIn = (section: string) => Prisma.sql`(p."rightsUntil" IS NULL OR p."rightsUntil" > statement_timestamp())
  AND (p."rightsFor" <> 'sections' OR ${section} = ANY(p."rightsSections")) AND NOT p."rightsNotIn" && ${[...paper.country]}::text[]`

const IN_STATE: Record<PictureState, Prisma.Sql> = {
  unused: Prisma.sql`NOT EXISTS (${storiesWith(Prisma.sql`p.id`)})`,
  expiring: Prisma.sql`p."rightsUntil" > statement_timestamp() AND p."rightsUntil" <= statement_timestamp() + interval '30 days'`,
  expired: ENDED,
  limited: LIMITED,
  undescribed: Prisma.sql`p.alt = '' AND NOT p.decorative`,
  replaced: Prisma.sql`p."replacedById" IS NOT NULL`,
}

function conditions({ q, state, by, from, to }: LibraryFilter): Prisma.Sql[] {
  const first = from ? atWall(`${from}T00:00`) : null
  const last = to ? atWall(`${to}T00:00`) : null
  return [
    // What was replaced is only shown to who asks for it.
    state === "replaced" ? Prisma.sql`true` : Prisma.sql`p."replacedById" IS NULL`,
    ...(q?.split(/\s+/).slice(0, 10).filter(Boolean).map(hasWord) ?? []),
    ...(state ? [IN_STATE[state]] : []),
    ...(by ? [Prisma.sql`p."uploadedById" = ${by}::uuid`] : []),
    ...(first ? [Prisma.sql`p."createdAt" >= ${first}`] : []),
    ...(last ? [Prisma.sql`p."createdAt" < ${last}::timestamptz + interval '1 day'`] : []),
  ]
}

/** A word anywhere in what is said of the picture, or in its file's name. */
function hasWord(word: string): Prisma.Sql {
  const anywhere = `%${word.replace(/[\\%_]/g, "\\$&")}%`
  return Prisma.sql`concat_ws(E'\n', p.caption, p.alt, p.credit, p.creator, p."fileName", array_to_string(p.keywords, E'\n')) ILIKE ${anywhere}`
}

const cursorShape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()])

function readCursor(cursor: string) {
  const parsed = cursorShape.safeParse(cursor.split("_"))
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null
}

/** Who has uploaded a picture, by name. */
export const findUploaders = () =>
  db.person.findMany({ where: { pictures: { some: {} } }, select: { id: true, name: true }, orderBy: { name: "asc" } })
