import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { listedRow, PAGE_LENGTH } from "./listed"
import type { ListedStory, Name } from "./live"
import { sectionsOfPaper } from "./live.server"

/** One page of a list: what it is a list of, its stories, and whether more follow. */
export type ListPage = { of: Name; sections: Name[]; stories: ListedStory[]; more: boolean }

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

/** A page of a section's stories, newest first; null where the paper has no such section. */
export async function findSectionPage(slug: string, page: number): Promise<ListPage | null> {
  const sections = await findSectionNames()
  const of = sections.find((section) => section.slug === slug)
  return of ? listPage(of, sections, Prisma.sql`v.section = ${slug}`, page) : null
}

/** A page of the stories with a topic; null where the paper has no such topic. */
export async function findTopicPage(slug: string, page: number): Promise<ListPage | null> {
  const found = db.$queryRaw<unknown[]>`SELECT slug, name FROM "Topic" WHERE slug = ${slug}`
  const [rows, sections] = await Promise.all([found, findSectionNames()])
  const [of] = names.parse(rows)
  return of ? listPage(of, sections, Prisma.sql`v.topics @> ARRAY[${slug}]`, page) : null
}

const person = z.object({ id: z.string(), slug: z.string(), name: z.string() })

/** A page of what somebody of the paper wrote; null where nothing of theirs is public, so that no staff list leaks. */
export async function findPersonPage(slug: string, page: number): Promise<ListPage | null> {
  const found = db.$queryRaw<unknown[]>`SELECT id, slug, name FROM "Person" WHERE slug = ${slug}`
  const [rows, sections] = await Promise.all([found, findSectionNames()])
  const [of] = z.array(person).parse(rows)
  if (!of) return null
  const wrote = JSON.stringify([{ personId: of.id }])
  const list = await listPage({ slug, name: of.name }, sections, Prisma.sql`v.byline @> ${wrote}::jsonb`, page)
  return list.stories.length > 0 || page > 1 ? list : null
}

async function listPage(of: Name, sections: Name[], which: Prisma.Sql, page: number): Promise<ListPage> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${columns} FROM ${joined} WHERE ${which}
    ORDER BY ${newestFirst} LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}`
  const stories = z.array(listedRow).parse(rows)
  return { of, sections, stories: stories.slice(0, PAGE_LENGTH), more: stories.length > PAGE_LENGTH }
}
