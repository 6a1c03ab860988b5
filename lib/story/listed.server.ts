import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import type { SlottedStory } from "../front/front"
import { listedRow, PAGE_LENGTH, slottedRow } from "./listed"
import { findList, type List, type ListKind } from "./lists.server"
import type { CorrectedStory, ListedStory } from "./live"
import { sectionsOfPaper } from "./live.server"
import { addressOf } from "./story"
import type { Name } from "./surroundings"

/** One page of a list: what it is a list of, its stories, and whether more follow. */
export type ListPage = { of: List; sections: Name[]; stories: ListedStory[]; more: boolean }

/** What lists show of a story, out of `liveStories`. */
export const listedColumns = Prisma.sql`
  s.id, v.number AS version, v.headline, v.standfirst, v.kicker, v.language, v.section, v.slug, v.byline,
  v."publishedAt", v."updatedAt", coalesce(c.name, v.section) AS "sectionName", p.file AS "pictureId", b.block->>'alt' AS "pictureAlt",
  p.width, p.height, p.widths, p.avif, p.crops,
  ARRAY(SELECT jsonb_build_object('id', w.id, 'slug', w.slug) FROM "Person" w
    WHERE w.id = ANY(ARRAY(SELECT (n->>'personId')::uuid FROM jsonb_array_elements(v.byline) n))) AS people`

/** Live versions, as `v` and `s`. */
const live = Prisma.sql`"Version" v JOIN "Story" s ON s."liveId" = v.id`

/** What will be live at a moment if nothing else happens: live versions, and drafts that the clock will have published, less what it will have withdrawn. */
const liveAt = (at: Date) => Prisma.sql`(
  SELECT v.id, v."storyId", v.number, v.headline, v.standfirst, v.kicker, v.language, v.section, v.slug, v.byline, v.body,
    v."publishedAt", v."updatedAt" FROM ${live}
  WHERE (s."publishAt" IS NULL OR s."publishAt" > ${at}::timestamptz) AND (s."withdrawAt" IS NULL OR s."withdrawAt" > ${at}::timestamptz)
  UNION ALL
  SELECT d.id, d.id, 1, d.headline, d.standfirst, d.kicker, d.language, d.section, d.slug, d.byline, d.body,
    coalesce(d."firstPublishedAt", d."publishAt"), CASE WHEN d."changeAs" IN ('update', 'correct') THEN d."publishAt" END
    FROM "Story" d WHERE d.status IN ('scheduled', 'published') AND d."publishAt" <= ${at}::timestamptz
      AND (d."withdrawAt" IS NULL OR d."withdrawAt" > ${at}::timestamptz)
  ) v JOIN "Story" s ON s.id = v."storyId"`

const around = Prisma.sql`
  LEFT JOIN "Section" c ON c.slug = v.section
  LEFT JOIN LATERAL (SELECT jsonb_path_query_first(v.body, '$[*] ? (@.kind == "picture" && @.pictureId != null)') AS block) b ON true
  LEFT JOIN "ShownPicture" p ON p.id = (b.block->>'pictureId')::uuid`

/** Stories as lists show them: those that readers see, or for a preview those that they will see at `ahead`. */
const joined = (ahead: Date | null) => Prisma.sql`${ahead ? liveAt(ahead) : live} ${around}`

/** Live stories with what is around them: `v` is the live version, `s` its story. */
export const liveStories = joined(null)

const newestFirst = Prisma.sql`v."publishedAt" DESC, v.id DESC`

/** Which stories a list leaves out, because the page shows them elsewhere; and the moment of a preview. */
type Around = { except?: readonly string[]; ahead?: Date | null }

/**
 * The newest live stories of every section, by section: enough to lay out a front page. One query. Which they are is settled by the index
 * alone, before anything of them is read: otherwise the planner goes through the whole paper for a section that has none.
 */
export async function findFront(each: number, { except = [], ahead = null }: Around = {}) {
  const rows = db.$queryRaw<unknown[]>`
    SELECT found.* FROM "Section" of CROSS JOIN LATERAL (
      SELECT v.id FROM ${ahead ? liveAt(ahead) : live} WHERE v.section = of.slug AND s.id <> ALL(${except}::uuid[])
      ORDER BY ${newestFirst} LIMIT ${each}
    ) newest CROSS JOIN LATERAL (SELECT ${listedColumns} FROM ${joined(ahead)} WHERE v.id = newest.id) found`
  const [stories, sections] = await Promise.all([rows, findSectionNames()])
  return { sections, stories: z.array(listedRow).parse(stories).sort(byNewest) }
}

/** Of these stories those that readers see, with all of their pictures, in no order. */
export async function findSlotted(ids: readonly string[], ahead: Date | null): Promise<SlottedStory[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${listedColumns}, ARRAY(
        SELECT jsonb_build_object('named', w.id, 'id', w.file, 'width', w.width, 'height', w.height, 'widths', w.widths,
          'avif', w.avif, 'crops', w.crops, 'alt', coalesce(o.block->>'alt', ''))
        FROM jsonb_path_query(v.body, '$[*] ? (@.kind == "picture" && @.pictureId != null)') WITH ORDINALITY o(block, place)
        JOIN "ShownPicture" w ON w.id = (o.block->>'pictureId')::uuid ORDER BY o.place) AS pictures
    FROM ${joined(ahead)} WHERE s.id = ANY(${ids}::uuid[])`
  const pictures = new Map(
    z
      .array(slottedRow)
      .parse(rows)
      .map((row) => [row.id, row.pictures]),
  )
  return z
    .array(listedRow)
    .parse(rows)
    .map((story) => ({ ...story, pictures: pictures.get(story.id) ?? [] }))
}

const byNewest = (a: ListedStory, b: ListedStory) => b.publishedAt.getTime() - a.publishedAt.getTime()

const names = z.array(z.object({ slug: z.string(), name: z.string() }))
const namesRow = z.object({ sections: names })

/** A section's name by its slug; a slug that has no section names itself. */
export async function sectionNamer(): Promise<(slug: string) => string> {
  const sections = await findSectionNames()
  return (slug) => sections.find((section) => section.slug === slug)?.name ?? slug
}

export async function findSectionNames(): Promise<Name[]> {
  const [row] = await db.$queryRaw<unknown[]>`SELECT ${sectionsOfPaper} AS sections`
  return namesRow.parse(row).sections
}

/**
 * One page of a list in its order; null where the paper has no such list, or the list no such page. The stories that
 * `except` names stand in slots at the head of the first page, and take their room there.
 */
export async function findListPage(
  kind: ListKind,
  slug: string,
  page: number,
  { except = [], ahead = null }: Around = {},
): Promise<ListPage | null> {
  const [of, sections] = await Promise.all([findList(kind, slug), findSectionNames()])
  if (!of) return null
  const [length, before] =
    page === 1 ? [PAGE_LENGTH - except.length, 0] : [PAGE_LENGTH, (page - 1) * PAGE_LENGTH - except.length]
  const holds = Prisma.sql`${of.holds} AND s.id <> ALL(${except}::uuid[])`
  const { stories, more } = await findStretch(joined(ahead), holds, { length, before, order: of.order })
  if (page > 1 && stories.length === 0) return null
  return { of, sections, stories, more }
}

/** A page of the live versions (`v`) that this holds for, newest first, and whether more follow. */
export const findListed = (holds: Prisma.Sql, page: number) =>
  findStretch(liveStories, holds, { length: PAGE_LENGTH, before: (page - 1) * PAGE_LENGTH })

type Stretch = { length: number; before: number; order?: Prisma.Sql | undefined }

async function findStretch(from: Prisma.Sql, holds: Prisma.Sql, { length, before, order = newestFirst }: Stretch) {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${listedColumns} FROM ${from} WHERE ${holds}
    ORDER BY ${order} LIMIT ${length + 1} OFFSET ${before}`
  const stories = z.array(listedRow).parse(rows)
  return { stories: stories.slice(0, length), more: stories.length > length }
}

const correctedRow = z
  .object({
    id: z.string(),
    note: z.string(),
    clarifies: z.boolean(),
    at: z.date(),
    headline: z.string(),
    language: z.string(),
    section: z.string(),
    sectionName: z.string(),
    slug: z.string(),
  })
  .transform(({ sectionName, slug, ...row }) => ({
    ...row,
    address: addressOf({ section: row.section, slug }),
    section: sectionName,
  }))

/** A page of corrections, newest first, of stories that still stand; each under its story's present headline. */
export async function findCorrections(page: number) {
  const found = db.$queryRaw<unknown[]>`
    SELECT c.id, c.note, c.clarifies, c."madeAt" AS at, v.headline, v.language, v.section, v.slug, coalesce(n.name, v.section) AS "sectionName"
    FROM "Version" c JOIN "Story" s ON s.id = c."storyId" JOIN "Version" v ON v.id = s."liveId"
    LEFT JOIN "Section" n ON n.slug = v.section
    WHERE c.kind = 'correct' AND c.number <= v.number
    ORDER BY c."madeAt" DESC, c.id DESC LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}`
  const [rows, sections] = await Promise.all([found, findSectionNames()])
  const corrections: CorrectedStory[] = z.array(correctedRow).parse(rows)
  return { sections, corrections: corrections.slice(0, PAGE_LENGTH), more: corrections.length > PAGE_LENGTH }
}
