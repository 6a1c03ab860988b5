import { randomUUID } from "node:crypto"
import { db } from "@/lib/db.server"
import { appendEvent } from "@/lib/record/events.server"
import { countDay } from "@/lib/record/published-days.server"
import { tagsOfChange } from "@/lib/record/tags"
import { findLive, keepSearch } from "@/lib/search/keep.server"
import { findPlacesOf, findSitemaps } from "@/lib/story/places.server"
import { byline } from "@/lib/story/story"
import { transaction } from "@/lib/transaction.server"
import type { Prisma } from "@/prisma/generated/client"
import { pagesFollow } from "./newsroom"

/** What a test says of a story that readers see; the rest is filled in. */
export type Words = {
  headline?: string
  standfirst?: string
  kicker?: string
  dateline?: string
  slug?: string
  section?: string
  language?: string
  byline?: { personId?: string; name: string }[]
  topics?: string[]
  body?: Prisma.InputJsonValue
  related?: Prisma.InputJsonValue
  publishedAt?: Date
}

export const word = () => `w${randomUUID().replaceAll("-", "").slice(0, 12)}`

/** A section and a person of a test's own, so that tests run in any order beside each other. */
export async function makePaper() {
  const [section, person] = [word(), word()]
  await db.section.create({ data: { slug: section, name: `Section ${section}`, position: 900, relatedMost: 0 } })
  const { id } = await db.person.create({
    data: { email: `${person}@demo.test`, name: `Ada ${person}`, slug: person, role: "reporter" },
  })
  return { section, person: { id, slug: person, name: `Ada ${person}` } }
}

type Paper = Awaited<ReturnType<typeof makePaper>>

/** A draft that was never public. */
export function makeDraft(paper: Paper, words: Words = {}) {
  const { publishedAt: _, ...text } = words
  const slug = word()
  return db.story.create({
    data: { headline: `Headline ${slug}`, section: paper.section, slug, createdById: paper.person.id, ...text },
  })
}

/** A live story, by its rows: one version, and the address it stands at. */
export async function makeLive(paper: Paper, words: Words = {}) {
  const draft = await makeDraft(paper, words)
  const publishedAt = words.publishedAt ?? new Date()
  const version = await addVersion(draft.id, 1, "publish", publishedAt, publishedAt, paper.person.id)
  await db.story.update({ where: { id: draft.id }, data: { firstPublishedAt: publishedAt } })
  return { ...draft, version, publishedAt, address: `/${draft.section}/${draft.slug}` }
}

/** Change a live story and put the change before readers. */
export async function makeVersion(
  id: string,
  kind: "update" | "correct",
  words: Words = {},
  note = "",
  at = new Date(),
) {
  const { publishedAt: _, ...text } = words
  const story = await db.story.update({ where: { id }, data: text, include: { versions: true } })
  const publishedAt = story.firstPublishedAt ?? at
  return addVersion(id, story.versions.length + 1, kind, publishedAt, at, story.createdById, note)
}

/** Take a live story away, with its notice. */
export async function takeAway(id: string, note: string, at = new Date()) {
  const story = await db.story.update({
    where: { id },
    data: { status: "withdrawn", liveId: null, liveRevision: null, withdrawnAt: at, withdrawnNote: note },
  })
  await countDay(db, { publishedAt: story.firstPublishedAt ?? at, more: -1, at })
  await tell(id, "withdraw", at)
}

/** Writes the act into the log, and waits until the paper under test, if there is one, has followed it. */
async function tell(storyId: string, act: string, at: Date) {
  const versions = await db.version.findMany({ where: { storyId } })
  // Not the whole text: some tests have a block of a later release in it.
  const lists = versions.map(({ section, topics, byline: names }) => ({ section, topics, byline: byline.parse(names) }))
  const tags = tagsOfChange(storyId, lists)
  const event = {
    storyId,
    act,
    actorId: null,
    note: "",
    fromStatus: "published",
    toStatus: "published",
    revision: 1,
    at,
  }
  await transaction(async (tx) => {
    await appendEvent(tx, { ...event, tags })
    const { liveId } = await tx.story.findUniqueOrThrow({ where: { id: storyId } })
    await keepSearch(tx, storyId, liveId ? await findLive(tx, liveId) : null)
  })
  await pagesFollow()
}

/** What all sitemaps hold together. */
export async function placesOfPaper() {
  const parts = await findSitemaps()
  return (await Promise.all(parts.map(({ name }) => findPlacesOf(name)))).flatMap((places) => places ?? [])
}

async function addVersion(
  storyId: string,
  number: number,
  kind: string,
  publishedAt: Date,
  madeAt: Date,
  madeById: string,
  note = "",
) {
  const s = await db.story.findUniqueOrThrow({ where: { id: storyId } })
  const { headline, standfirst, kicker, dateline, language, section, slug, topics } = s
  const version = await db.version.create({
    data: {
      ...{ storyId, number, kind, note, headline, standfirst, kicker, dateline, language, section, slug, topics },
      ...{ byline: s.byline ?? [], body: s.body ?? [], related: s.related ?? [], publishedAt, madeAt, madeById },
      updatedAt: number > 1 ? madeAt : null,
    },
  })
  await db.story.update({ where: { id: storyId }, data: { liveId: version.id, status: "published" } })
  await countDay(db, { publishedAt, more: s.liveId ? 0 : 1, at: madeAt })
  const address = { section, slug }
  await db.address.upsert({ where: { section_slug: address }, create: { ...address, storyId }, update: {} })
  await tell(storyId, kind, madeAt)
  return version
}
