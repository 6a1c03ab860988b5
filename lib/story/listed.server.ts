import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { listedRow, PAGE_LENGTH } from "./listed"
import { findList, type List, type ListKind } from "./lists.server"
import type { CorrectedStory, ListedStory, Name } from "./live"
import { sectionsOfPaper } from "./live.server"
import { addressOf } from "./story"

/** One page of a list: what it is a list of, its stories, and whether more follow. */
export type ListPage = { of: List; sections: Name[]; stories: ListedStory[]; more: boolean }

const columns = Prisma.sql`
  s.id, v.number AS version, v.headline, v.standfirst, v.kicker, v.language, v.section, v.slug, v.byline,
  v."publishedAt", v."madeAt", coalesce(c.name, v.section) AS "sectionName", p.id AS "pictureId", b.block->>'alt' AS "pictureAlt",
  p.width, p.height, p.widths,
  ARRAY(SELECT jsonb_build_object('id', w.id, 'slug', w.slug) FROM "Person" w
    WHERE w.id = ANY(ARRAY(SELECT (n->>'personId')::uuid FROM jsonb_array_elements(v.byline) n))) AS people`

const joined = Prisma.sql`
  "Version" v
  JOIN "Story" s ON s."liveId" = v.id
  LEFT JOIN "Section" c ON c.slug = v.section
  LEFT JOIN LATERAL (SELECT jsonb_path_query_first(v.body, '$[*] ? (@.kind == "picture" && @.pictureId != null)') AS block) b ON true
  LEFT JOIN "Picture" p ON p.id = (b.block->>'pictureId')::uuid`

const newestFirst = Prisma.sql`v."publishedAt" DESC, v.id DESC`

/** The newest live stories of every section, by section: enough to lay out a front page. One query. */
export async function findFront(each: number): Promise<{ sections: Name[]; stories: ListedStory[] }> {
  const rows = db.$queryRaw<unknown[]>`
    SELECT found.* FROM "Section" of CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${joined} WHERE v.section = of.slug ORDER BY ${newestFirst} LIMIT ${each}
    ) found`
  const [stories, sections] = await Promise.all([rows, findSectionNames()])
  return { sections, stories: z.array(listedRow).parse(stories).sort(byNewest) }
}

const byNewest = (a: ListedStory, b: ListedStory) => b.publishedAt.getTime() - a.publishedAt.getTime()

const names = z.array(z.object({ slug: z.string(), name: z.string() }))
const namesRow = z.object({ sections: names })

export async function findSectionNames(): Promise<Name[]> {
  const [row] = await db.$queryRaw<unknown[]>`SELECT ${sectionsOfPaper} AS sections`
  return namesRow.parse(row).sections
}

/** One page of a list, newest first; null where the paper has no such list, or the list no such page. */
export async function findListPage(kind: ListKind, slug: string, page: number): Promise<ListPage | null> {
  const [of, sections] = await Promise.all([findList(kind, slug), findSectionNames()])
  if (!of) return null
  const { stories, more } = await findListed(of.holds, page)
  if (page > 1 && stories.length === 0) return null
  return { of, sections, stories, more }
}

/** A page of the live versions (`v`) that this holds for, newest first, and whether more follow. */
export async function findListed(holds: Prisma.Sql, page: number): Promise<{ stories: ListedStory[]; more: boolean }> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${columns} FROM ${joined} WHERE ${holds}
    ORDER BY ${newestFirst} LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}`
  const stories = z.array(listedRow).parse(rows)
  return { stories: stories.slice(0, PAGE_LENGTH), more: stories.length > PAGE_LENGTH }
}

const correctedRow = z
  .object({
    id: z.string(),
    note: z.string(),
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
    SELECT c.id, c.note, c."madeAt" AS at, v.headline, v.language, v.section, v.slug, coalesce(n.name, v.section) AS "sectionName"
    FROM "Version" c JOIN "Story" s ON s.id = c."storyId" JOIN "Version" v ON v.id = s."liveId"
    LEFT JOIN "Section" n ON n.slug = v.section
    WHERE c.kind = 'correct' AND c.number <= v.number
    ORDER BY c."madeAt" DESC, c.id DESC LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}`
  const [rows, sections] = await Promise.all([found, findSectionNames()])
  const corrections: CorrectedStory[] = z.array(correctedRow).parse(rows)
  return { sections, corrections: corrections.slice(0, PAGE_LENGTH), more: corrections.length > PAGE_LENGTH }
}
