import "server-only"
import { z } from "zod"
import type { Limits } from "../checks/limits"
import type { RuleName } from "../checks/rules"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Keeper } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import { MOST_RELATED } from "../related/manner"
import { slugOf } from "../slug"
import { text } from "../text"
import { databaseTime, transaction } from "../transaction.server"
import type { Refusal } from "./acts"
import { isReservedSlug } from "./reserved"
import { slugShape } from "./story"

/**
 * `approval`: a text needs to be approved by somebody else before readers have it; `blocking`: the checks whose findings stop it; `limits`:
 * how long it may be (checks/limits.ts)
 */
export type Section = {
  slug: string
  name: string
  position: number
  approval: boolean
  blocking: string[]
  limits: unknown
  /** how many stories "Related news" holds with what the paper suggests */
  relatedMost: number
}
export type Topic = { slug: string; name: string }

const name = text(60).trim().min(1, "It needs a name.")
const NO_RIGHT: Refusal = { refused: "Only an administrator changes sections and topics.", because: "no right" }

export const findSections = (): Promise<Section[]> =>
  db.section.findMany({ orderBy: [{ position: "asc" }, { slug: "asc" }] })

export const findTopics = (): Promise<Topic[]> => db.topic.findMany({ orderBy: { name: "asc" } })

export async function addSection(
  actor: Keeper,
  input: { name: string; slug?: string },
): Promise<{ section: Section } | Refusal> {
  const topic = named(actor, input)
  if ("refused" in topic) return topic
  if (isReservedSlug(topic.slug))
    return bad("slug", `The address /${topic.slug} belongs to the paper itself. Choose another name.`)
  if (await db.section.findUnique({ where: { slug: topic.slug } }))
    return bad("slug", `There is a section at /${topic.slug} already.`)
  return renaming(actor, "sections", async () => {
    const last = await db.section.aggregate({ _max: { position: true } })
    return { section: await db.section.create({ data: { ...topic, position: (last._max.position ?? 0) + 1 } }) }
  })
}

/** Gives a section another name; its address stays. */
export async function renameSection(
  actor: Keeper,
  slug: string,
  input: { name: string },
): Promise<{ section: Section } | Refusal> {
  const renamed = named(actor, { ...input, slug })
  if ("refused" in renamed) return renamed
  return renaming(actor, "sections", async () => {
    const { count } = await db.section.updateMany({ where: { slug: renamed.slug }, data: { name: renamed.name } })
    if (!count) return { refused: `There is no section ${slug}.`, because: "not found" }
    return { section: await db.section.findUniqueOrThrow({ where: { slug: renamed.slug } }) }
  })
}

/** From now on texts of this section need somebody else's approval before readers have them, or need none. */
export async function askApproval(
  actor: Keeper,
  slug: string,
  approval: boolean,
): Promise<{ section: Section } | Refusal> {
  if (!can(actor, "sections")) return NO_RIGHT
  return renaming(actor, "sections", async () => {
    const { count } = await db.section.updateMany({ where: { slug }, data: { approval } })
    if (!count) return { refused: `There is no section ${slug}.`, because: "not found" }
    return { section: await db.section.findUniqueOrThrow({ where: { slug } }) }
  })
}

/** From now on these checks stop a text of this section, and these are its lengths. */
export async function askChecks(
  actor: Keeper,
  slug: string,
  { blocking, limits }: { blocking: readonly RuleName[]; limits: Limits },
): Promise<{ section: Section } | Refusal> {
  if (!can(actor, "sections")) return NO_RIGHT
  return renaming(actor, "sections", async () => {
    const { count } = await db.section.updateMany({ where: { slug }, data: { blocking: [...blocking], limits } })
    if (!count) return { refused: `There is no section ${slug}.`, because: "not found" }
    return { section: await db.section.findUniqueOrThrow({ where: { slug } }) }
  })
}

/** From now on "Related news" below stories of this section is filled up to so many; 0 leaves it to the editors. */
export async function askRelated(
  actor: Keeper,
  slug: string,
  relatedMost: number,
): Promise<{ section: Section } | Refusal> {
  if (!can(actor, "sections")) return NO_RIGHT
  if (!Number.isInteger(relatedMost) || relatedMost < 0 || relatedMost > MOST_RELATED)
    return bad("most", `Related news holds ${MOST_RELATED} stories at most. Choose a number from 0 to ${MOST_RELATED}.`)
  return renaming(actor, "sections", async () => {
    const { count } = await db.section.updateMany({ where: { slug }, data: { relatedMost } })
    if (!count) return { refused: `There is no section ${slug}.`, because: "not found" }
    return { section: await db.section.findUniqueOrThrow({ where: { slug } }) }
  })
}

/** Puts the sections in this order, as the paper's navigation shows them. */
export async function orderSections(actor: Keeper, slugs: string[]): Promise<{ sections: Section[] } | Refusal> {
  if (!can(actor, "sections")) return NO_RIGHT
  return renaming(actor, "sections", async () => {
    for (const [index, slug] of slugs.entries())
      await db.section.updateMany({ where: { slug }, data: { position: index + 1 } })
    return { sections: await findSections() }
  })
}

/** Removes a section that no story is or was in. */
export async function removeSection(actor: Keeper, slug: string): Promise<{ removed: string } | Refusal> {
  if (!can(actor, "sections")) return NO_RIGHT
  const stories = await db.story.count({ where: { section: slug } })
  const addresses = await db.address.count({ where: { section: slug } })
  if (stories || addresses)
    return {
      refused:
        "Stories are in this section, or were when they were published: their addresses need it. Rename it instead.",
      because: "not ready",
    }
  return renaming(actor, "sections", async () => {
    await db.section.deleteMany({ where: { slug } })
    return { removed: slug }
  })
}

export async function addTopic(
  actor: Keeper,
  input: { name: string; slug?: string },
): Promise<{ topic: Topic } | Refusal> {
  const topic = named(actor, input)
  if ("refused" in topic) return topic
  if (await db.topic.findUnique({ where: { slug: topic.slug } }))
    return bad("slug", `There is a topic ${topic.slug} already.`)
  return { topic: await db.topic.create({ data: topic }) }
}

export async function renameTopic(
  actor: Keeper,
  slug: string,
  input: { name: string },
): Promise<{ topic: Topic } | Refusal> {
  const renamed = named(actor, { ...input, slug })
  if ("refused" in renamed) return renamed
  return renaming(actor, "topics", async () => {
    const { count } = await db.topic.updateMany({ where: { slug: renamed.slug }, data: { name: renamed.name } })
    return count ? { topic: renamed } : { refused: `There is no topic ${slug}.`, because: "not found" }
  })
}

/** A change of names, which every page of the paper shows: one transaction, with its line in the log. */
function renaming<R extends object>(actor: Keeper, what: string, work: () => Promise<R | Refusal>) {
  return transaction(async (tx): Promise<R | Refusal> => {
    const done = await work()
    if (!("refused" in done))
      await announce(tx, { what, tags: [TAGS.names], actorId: actor.id, at: await databaseTime(tx) })
    return done
  })
}

function named(actor: Keeper, input: { name: string; slug?: string }): Topic | Refusal {
  if (!can(actor, "sections")) return NO_RIGHT
  const parsed = z.strictObject({ name, slug: slugShape.optional() }).safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return bad(String(issue?.path[0] ?? "name"), issue?.message ?? "This is not a name.")
  }
  return { name: parsed.data.name, slug: parsed.data.slug ?? slugOf(parsed.data.name, "en") }
}

const bad = (field: string, refused: string): Refusal => ({
  refused,
  because: "bad input",
  fields: { [field]: refused },
})
