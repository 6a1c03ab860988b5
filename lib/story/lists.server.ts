import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { TAGS } from "../record/tags"

/** A list of stories with a page and feeds of its own: which versions (`v`) it holds, and the tag that changes it. */
export type List = { name: string; path: string; holds: Prisma.Sql; tag: string }

const FINDERS = { section: findSection, topic: findTopic, person: findPerson }
export type ListKind = keyof typeof FINDERS

/** The list of a section, a topic, or what somebody wrote; null where the paper has none. */
export const findList = (kind: ListKind, slug: string): Promise<List | null> => FINDERS[kind](slug)

const named = z.object({ id: z.string().optional(), name: z.string() })

const first = (rows: unknown[]) => (rows[0] === undefined ? null : named.parse(rows[0]))

async function findSection(slug: string) {
  const found = first(await db.$queryRaw<unknown[]>`SELECT name FROM "Section" WHERE slug = ${slug}`)
  return (
    found && { name: found.name, path: `/${slug}`, holds: Prisma.sql`v.section = ${slug}`, tag: TAGS.section(slug) }
  )
}

async function findTopic(slug: string) {
  const found = first(await db.$queryRaw<unknown[]>`SELECT name FROM "Topic" WHERE slug = ${slug}`)
  const holds = Prisma.sql`v.topics @> ARRAY[${slug}]`
  return found && { name: found.name, path: `/topics/${slug}`, holds, tag: TAGS.topic(slug) }
}

/** Only people with something public have a page, so that no staff list leaks. */
async function findPerson(slug: string) {
  const found = first(
    await db.$queryRaw<unknown[]>`
    SELECT p.id, p.name FROM "Person" p WHERE p.slug = ${slug} AND EXISTS (
      SELECT 1 FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
      WHERE v.byline @> jsonb_build_array(jsonb_build_object('personId', p.id)))`,
  )
  if (!found?.id) return null
  const wrote = JSON.stringify([{ personId: found.id }])
  const holds = Prisma.sql`v.byline @> ${wrote}::jsonb`
  return { name: found.name, path: `/by/${slug}`, holds, tag: TAGS.person(found.id) }
}
