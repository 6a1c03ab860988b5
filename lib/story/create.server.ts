import "server-only"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { BY_HAND, noteRelated } from "../related/change-log.server"
import { slugOf } from "../slug"
import { databaseTime, transaction } from "../transaction.server"
import type { Refusal } from "./acts"
import { freeSlug, isFreeSlug } from "./address.server"
import { parseText, refuseFields } from "./bad-input"
import { missing } from "./check.server"
import { keepCheckpoint } from "./checkpoints.server"
import { storyOf } from "./row.server"
import type { Story, StoryText } from "./story"

const EMPTY = {
  headline: "",
  standfirst: "",
  kicker: "",
  dateline: "",
  language: "en" as const,
  byline: [],
  topics: [],
  body: [],
  related: [],
}

/** A new draft. What is left out is empty; without a section it goes in the paper's first; the headline makes the slug. */
export async function createStory(
  actor: Person,
  input: Partial<StoryText>,
  given?: Date,
): Promise<{ story: Story } | Refusal> {
  if (!can(actor, "write"))
    return { refused: "Your role may not write stories. Ask an administrator.", because: "no right" }
  const parsed = parseText(input)
  if ("refused" in parsed) return parsed

  return transaction(async (tx) => {
    const now = given ?? (await databaseTime(tx))
    const text = { ...EMPTY, ...parsed.text }
    const section =
      text.section ?? (await tx.section.findFirst({ orderBy: [{ position: "asc" }, { slug: "asc" }] }))?.slug
    if (!section)
      return { refused: "The paper has no section yet: an administrator adds the first one.", because: "not ready" }
    const fields = await missing(tx, text, null)
    if (text.slug && !(await isFreeSlug(tx, text.slug, null))) fields.slug = SLUG_TAKEN
    if (Object.keys(fields).length) return refuseFields(fields)

    const slug = text.slug ?? (await freeSlug(tx, slugOf(text.headline, text.language), null))
    const row = await tx.story.create({
      data: {
        ...text,
        section,
        slug,
        slugChosen: text.slug !== undefined,
        createdById: actor.id,
        createdAt: now,
        changedAt: now,
      },
    })
    const story = storyOf(row)
    await keepCheckpoint(tx, actor, story, now)
    const after = story.text.related
    if (after.length)
      await noteRelated(tx, { actor, act: BY_HAND, storyId: story.id, revision: 1, before: [], after, at: now })
    return { story }
  })
}

export const SLUG_TAKEN = "Another story has this slug, or had it before readers. Choose another one."
