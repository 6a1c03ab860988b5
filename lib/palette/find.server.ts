import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { relatedRoomsOf, settingsOf } from "../people/rooms"
import { findChoices } from "../story/choices.server"
import { newslistAddress } from "../story/newslist"
import { WORDS } from "../story/newslist-where.server"
import { BELIEVED } from "../story/presence"
import { findSections } from "../story/sections.server"
import { STATUSES } from "../story/story"
import { holding as likeOf } from "../text"
import { type Found, fitOf } from "./palette"

/** What fits these words, of what this person may see: every story of the newsroom, and people. */
export async function findByWords(person: Person, q: string): Promise<Found> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length === 0) return { stories: [], people: [], places: [] }
  const [stories, people] = await Promise.all([findStories(words), findPeopleNamed(person, words)])
  return { stories, people, places: [] }
}

/** What there is before a word is typed: places, and stories that were chosen lately. */
export async function findAtFirst(person: Person, recent: readonly string[]): Promise<Found> {
  const [sections, { filters }, stories] = await Promise.all([
    findSections(),
    findChoices(person),
    recent.length ? found(Prisma.sql`s.id = ANY(${[...recent]}::uuid[])`, Prisma.sql`s."changedAt" DESC`) : [],
  ])
  const places = [
    ...filters.map(({ name, query }) => ({ name, address: `/newsroom?${query}`, detail: "your saved filter" })),
    ...relatedRoomsOf(person).map(({ name, address }) => ({ name, address, detail: "Related news" })),
    ...settingsOf(person).map(({ name, address }) => ({ name, address, detail: "Settings" })),
    ...sections.map(({ slug, name }) => ({
      name,
      address: newslistAddress({ section: slug }),
      detail: "stories of the section",
    })),
    ...(can(person, "front")
      ? sections.map(({ slug, name }) => ({ name, address: `/newsroom/front/${slug}`, detail: "page of the section" }))
      : []),
  ]
  return { stories, people: [], places }
}

const AT_MOST = 8
const LOOKED_AT = 40
/** Below so many, what is written a little differently may have been meant. */
const FEW = 3

async function findStories(words: readonly string[]): Promise<Found["stories"]> {
  const holds = words.map((word) => Prisma.sql`${WORDS} ILIKE ${`%${likeOf(word).contains}%`}`)
  const holding = await found(Prisma.join(holds, " AND "), Prisma.sql`s."changedAt" DESC, s.id DESC`, LOOKED_AT)
  const inHeadline = ({ headline }: { headline: string }) => fitOf(words.join(" "), headline) !== null
  // Of what changed last, those that have it in the headline before those that have it below.
  const exact = [...holding.filter(inHeadline), ...holding.filter((one) => !inHeadline(one))].slice(0, AT_MOST)
  const long = words.filter((word) => word.length > 3)
  if (exact.length >= FEW || long.length === 0) return exact
  const near = long.map((word) => Prisma.sql`${word} <% ${WORDS}`)
  const nearly = await found(
    Prisma.join(near, " AND "),
    Prisma.sql`word_similarity(${long.join(" ")}, ${WORDS}) DESC, s.id DESC`,
  )
  return [...exact, ...nearly.filter(({ id }) => !exact.some((one) => one.id === id))].slice(0, AT_MOST)
}

const storyRow = z.object({
  ...{ id: z.string(), headline: z.string(), section: z.string(), status: z.enum(STATUSES), open: z.string() },
})

async function found(where: Prisma.Sql, order: Prisma.Sql, most = AT_MOST): Promise<Found["stories"]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT s.id, s.headline, coalesce(c.name, s.section) AS section, s.status, array_to_string(ARRAY(
        SELECT DISTINCT p.name FROM "Presence" h JOIN "Person" p ON p.id = h."personId" WHERE h."storyId" = s.id
          AND h."seenAt" > now() - ${BELIEVED} * interval '1 millisecond' AND p."disabledAt" IS NULL ORDER BY 1), ', ') AS open
    FROM (SELECT * FROM "Story" s WHERE ${where} ORDER BY ${order} LIMIT ${most}) s LEFT JOIN "Section" c ON c.slug = s.section
    ORDER BY ${order}`
  return z.array(storyRow).parse(rows)
}

async function findPeopleNamed(person: Person, words: readonly string[]): Promise<Found["people"]> {
  const rows = await db.person.findMany({
    where: { disabledAt: null, AND: words.map((word) => ({ name: likeOf(word) })) },
    select: { id: true, name: true, role: true, email: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 5,
  })
  // Addresses of mail are for those who keep the list of people.
  const address = (email: string) =>
    can(person, "people") ? `/newsroom/people?${new URLSearchParams({ q: email })}` : null
  return rows.map(({ id, name, role, email }) => ({ id, name, role, address: address(email) }))
}
