import "server-only"
import { z } from "zod"
import { db, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import { suggestAgain } from "../related/again.server"
import { slugOf } from "../slug"
import type { Refusal } from "../story/acts"
import { badInput, refuseFields } from "../story/bad-input"
import { STATUSES, slugShape } from "../story/story"
import { databaseTime, transaction } from "../transaction.server"
import { MOST_MEMBERS, type Package, type PackageLine, packageChange, packageWords } from "./packages"

/** `stale`: somebody else was faster, and this is the package as it is now. Nothing was written. */
type Changing = { package: Package } | { stale: Package } | Refusal

const NO_PACKAGE: Refusal = { refused: "There is no such package any more.", because: "not found" }
const NO_RIGHT: Refusal = { refused: "Only an administrator adds, names and removes packages.", because: "no right" }
const NO_EDITOR: Refusal = { refused: "Only editors put stories into packages. Ask an editor.", because: "no right" }

/** Every package by its name. */
export async function findPackages(): Promise<PackageLine[]> {
  return db.$queryRaw<PackageLine[]>`
    SELECT p.slug, p.name, p."changedAt", count(s.id)::int AS stories, count(s."liveId")::int AS live
    FROM "Package" p LEFT JOIN "PackageStory" m ON m."packageId" = p.id LEFT JOIN "Story" s ON s.id = m."storyId"
    GROUP BY p.id ORDER BY lower(p.name), p.slug`
}

/** The packages that a story is in, by name. */
export const findPackagesOf = (storyId: string): Promise<{ slug: string; name: string }[]> =>
  db.package.findMany({
    where: { stories: { some: { storyId } } },
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  })

/** One package with its stories; null where there is none. */
export async function findPackage(slug: string): Promise<Package | null> {
  const row = await db.package.findUnique({
    where: { slug },
    include: {
      stories: {
        orderBy: [{ position: "asc" }, { storyId: "asc" }],
        include: {
          story: { select: { headline: true, status: true, liveId: true } },
          addedBy: { select: { name: true } },
        },
      },
    },
  })
  if (!row) return null
  const members = row.stories.map(({ storyId, story, addedBy, addedAt }) => ({
    ...{ story: storyId, headline: story.headline, status: z.enum(STATUSES).parse(story.status) },
    ...{ live: story.liveId !== null, addedBy: addedBy.name, addedAt },
  }))
  const { name, lead, revision, changedAt } = row
  return { slug, name, lead, revision, changedAt, members }
}

/** A new, empty package. Readers have its page as soon as one of its stories is public. */
export async function addPackage(
  actor: Person,
  input: { name: string; lead?: string; slug?: string },
): Promise<{ package: Package } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  const parsed = packageWords.extend({ slug: slugShape.optional() }).safeParse({ lead: "", ...input })
  if (!parsed.success) return badInput(parsed.error)
  const { name, lead, slug: chosen } = parsed.data
  return transaction(async (tx) => {
    const slug = chosen ?? (slugOf(name, "en", "") || (await nextPlain(tx)))
    if (await tx.package.findUnique({ where: { slug } }))
      return refuseFields({
        [chosen ? "slug" : "name"]: `There is a package at /packages/${slug} already. ${OTHERWISE}`,
      })
    const at = await databaseTime(tx)
    await tx.package.create({ data: { slug, name, lead, createdAt: at, changedAt: at } })
    await tell(tx, actor, slug, [], `“${name}” was added.`, at)
    return present(slug)
  })
}

const OTHERWISE = "Choose another name or another address."

/** The address of a package whose name has no letter that addresses have: package, package-2, package-3. */
async function nextPlain(tx: Transaction): Promise<string> {
  const rows = await tx.package.findMany({ where: { slug: { startsWith: "package" } }, select: { slug: true } })
  const had = new Set(rows.map(({ slug }) => slug))
  for (let number = 2; ; number++) {
    const slug = number === 2 && !had.has("package") ? "package" : `package-${number}`
    if (!had.has(slug)) return slug
  }
}

/**
 * Changes a package's words, or which stories it has in which order, where it still has the revision that the change was made from. A
 * change that is undone is a change back. Who is still in it keeps who put it there.
 */
export async function changePackage(
  actor: Person,
  slug: string,
  revision: number,
  change: z.input<typeof packageChange>,
): Promise<Changing> {
  if (!can(actor, "packages")) return NO_EDITOR
  const parsed = packageChange.safeParse(change)
  if (!parsed.success) return badInput(parsed.error)
  const { stories, ...words } = parsed.data
  const renames = words.name !== undefined || words.lead !== undefined
  if (renames && !can(actor, "links")) return NO_RIGHT
  return transaction(async (tx): Promise<Changing> => {
    const before = await lock(tx, slug)
    if (!before) return NO_PACKAGE
    if (before.revision !== revision) return stale(slug)
    const missing = await missingOf(tx, stories ?? [])
    if (missing) return refuseFields({ stories: missing })
    const at = await databaseTime(tx)
    await tx.package.update({ where: { slug }, data: { ...said(words), revision: revision + 1, changedAt: at } })
    const { touched, swapped } = stories
      ? await keepMembers(tx, actor, before.id, stories, at)
      : { touched: [], swapped: [] }
    await suggestAgain(tx, swapped)
    await tell(tx, actor, slug, touched, renames ? "Its words changed." : "Its stories changed.", at)
    return present(slug)
  })
}

/** From now on the story is in these packages and in no other: at the end of those that it was not in before. */
export async function choosePackages(
  actor: Person,
  storyId: string,
  slugs: readonly string[],
): Promise<{ packages: { slug: string; name: string }[] } | Refusal> {
  if (!can(actor, "packages")) return NO_EDITOR
  return transaction(async (tx) => {
    if (!(await tx.story.findUnique({ where: { id: storyId }, select: { id: true } })))
      return { refused: "There is no such story any more.", because: "not found" }
    // In one order, so that nobody waits for somebody who waits for them.
    const before = (await findPackagesOf(storyId)).map(({ slug }) => slug)
    const concerned = [...new Set([...slugs, ...before])].sort()
    const turns: Turn[] = []
    for (const slug of concerned) {
      const into = slugs.includes(slug)
      const found = await lock(tx, slug)
      const refusal = found ? into && (await whyFull(tx, found, storyId)) : `There is no package ${slug} any more.`
      if (refusal || !found) return refuseFields({ packages: `${refusal} Load the page again.` })
      turns.push({ ...found, slug, storyId, into })
    }
    // What is refused is refused as a whole: nothing is written before all of it may be.
    if (concerned.some((slug) => before.includes(slug) !== slugs.includes(slug))) await suggestAgain(tx, [storyId])
    for (const one of turns) await turn(tx, actor, one)
    return { packages: await findPackagesOf(storyId) }
  })
}

type Turn = Locked & { slug: string; storyId: string; into: boolean }

/** Why no further story fits into a package; null where one does, or where the story is in it already. */
async function whyFull(tx: Transaction, { id: packageId, name }: Locked, storyId: string): Promise<string | null> {
  if ((await tx.packageStory.count({ where: { packageId, storyId: { not: storyId } } })) < MOST_MEMBERS) return null
  return `“${name}” holds ${MOST_MEMBERS} stories, which is the most.`
}

/** Puts a story into a package or takes it out, unless that is so already. */
async function turn(tx: Transaction, actor: Person, { id: packageId, slug, storyId, into }: Turn): Promise<void> {
  const member = { packageId_storyId: { packageId, storyId } }
  const isIn = (await tx.packageStory.findUnique({ where: member })) !== null
  if (isIn === into) return
  const at = await databaseTime(tx)
  if (isIn) await tx.packageStory.delete({ where: member })
  else {
    const { _max } = await tx.packageStory.aggregate({ where: { packageId }, _max: { position: true } })
    const position = (_max.position ?? 0) + 1
    await tx.packageStory.create({ data: { packageId, storyId, position, addedById: actor.id, addedAt: at } })
  }
  await tx.package.update({ where: { slug }, data: { revision: { increment: 1 }, changedAt: at } })
  await tell(tx, actor, slug, [storyId], isIn ? "A story was taken out." : "A story was put in.", at)
}

/** Ends a package: its page goes, its stories stay. */
export async function removePackage(actor: Person, slug: string, revision: number) {
  if (!can(actor, "links")) return NO_RIGHT
  return transaction(async (tx): Promise<{ removed: string } | { stale: Package } | Refusal> => {
    const before = await lock(tx, slug)
    if (!before) return NO_PACKAGE
    if (before.revision !== revision) return stale(slug)
    const members = await tx.packageStory.findMany({ where: { packageId: before.id }, select: { storyId: true } })
    await tx.package.delete({ where: { slug } })
    await suggestAgain(
      tx,
      members.map(({ storyId }) => storyId),
    )
    await tell(tx, actor, slug, [], `“${before.name}” was removed.`, await databaseTime(tx))
    return { removed: slug }
  })
}

/** The tags of the packages that a story is in: their pages change when the story does. */
export async function tagsOfPackages(tx: Transaction, storyId: string): Promise<string[]> {
  const rows = await tx.package.findMany({ where: { stories: { some: { storyId } } }, select: { slug: true } })
  return rows.map(({ slug }) => TAGS.package(slug))
}

type Locked = { id: string; name: string; revision: number }

/** Whoever changes a package waits for who does already. */
async function lock(tx: Transaction, slug: string): Promise<Locked | undefined> {
  const [row] = await tx.$queryRaw<Locked[]>`SELECT id, name, revision FROM "Package" WHERE slug = ${slug} FOR UPDATE`
  return row
}

async function missingOf(tx: Transaction, ids: readonly string[]): Promise<string | null> {
  const there = await tx.story.count({ where: { id: { in: [...ids] } } })
  if (there === ids.length) return null
  return "A story of the list does not exist any more. Load the page again, and go on from there."
}

/** @returns `touched`: the stories that came, went, or stand elsewhere; `swapped`: those of them that came or went */
async function keepMembers(tx: Transaction, actor: Person, packageId: string, ids: readonly string[], at: Date) {
  const before = await tx.packageStory.findMany({
    where: { packageId },
    orderBy: [{ position: "asc" }, { storyId: "asc" }],
  })
  const order = before.map(({ storyId }) => storyId)
  await tx.packageStory.deleteMany({ where: { packageId, storyId: { notIn: [...ids] } } })
  for (const [index, storyId] of ids.entries()) {
    const position = index + 1
    await tx.packageStory.upsert({
      where: { packageId_storyId: { packageId, storyId } },
      create: { packageId, storyId, position, addedById: actor.id, addedAt: at },
      update: { position },
    })
  }
  const touched = [...new Set([...order, ...ids])].filter((id) => order.indexOf(id) !== ids.indexOf(id))
  return { touched, swapped: touched.filter((id) => order.includes(id) !== ids.includes(id)) }
}

async function present(slug: string): Promise<{ package: Package }> {
  const found = await findPackage(slug)
  if (!found) throw new Error(`The package ${slug} went while it was written.`)
  return { package: found }
}

async function stale(slug: string) {
  const { package: now } = await present(slug)
  return { stale: now }
}

const tell = (tx: Transaction, { id }: Person, slug: string, stories: readonly string[], note: string, at: Date) =>
  announce(tx, { what: "packages", tags: [TAGS.package(slug), ...stories.map(TAGS.story)], actorId: id, at, note })

/** Without what was not said. */
const said = ({ name, lead }: { name?: string | undefined; lead?: string | undefined }) => ({
  ...(name !== undefined && { name }),
  ...(lead !== undefined && { lead }),
})
