import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { packageAddress } from "../packages/packages"
import { TAGS } from "../record/tags"

/**
 * A list of stories with a page and feeds of its own: which versions (`v`) it holds, in which order its page has them if not the newest
 * first, and the tag that changes it. `lead`: what it is about, for readers.
 */
export type List = { name: string; lead?: string; path: string; holds: Prisma.Sql; order?: Prisma.Sql; tag: string }

const FINDERS = { section: findSection, topic: findTopic, person: findPerson, package: findPackage }
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

/** Nobody hears of a package before one of its stories is public. */
async function findPackage(slug: string) {
  const [found] = await db.$queryRaw<{ id: string; name: string; lead: string }[]>`
    SELECT p.id, p.name, p.lead FROM "Package" p WHERE p.slug = ${slug} AND ${hasLive}`
  if (!found) return null
  const { id, name, lead } = found
  const member = Prisma.sql`"PackageStory" m WHERE m."packageId" = ${id}::uuid AND m."storyId" = s.id`
  const order = Prisma.sql`(SELECT m.position FROM ${member}), s.id`
  const holds = Prisma.sql`EXISTS (SELECT FROM ${member})`
  return { name, lead, path: packageAddress(slug), holds, order, tag: TAGS.package(slug) }
}

/** Has the package `p` a story that readers see? */
export const hasLive = Prisma.sql`EXISTS (
  SELECT FROM "PackageStory" m JOIN "Story" l ON l.id = m."storyId" WHERE m."packageId" = p.id AND l."liveId" IS NOT NULL)`
