"use server"

import { z } from "zod"
import { formAction, somebodyElse } from "@/lib/form-action.server"
import { addLink } from "@/lib/related/links.server"
import { searchStories } from "@/lib/related/related.server"
import { ACT_NAMES } from "@/lib/story/acts"
import { bringBack, setAside } from "@/lib/story/aside.server"
import { findStory } from "@/lib/story/find.server"
import { impactOf, moveOf } from "@/lib/story/impact.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { CHANGES, storyText } from "@/lib/story/story"
import { findUnpublished } from "@/lib/versions/unpublished.server"

const revision = z.int().positive()

export const save = formAction(
  z.strictObject({ as: z.uuid(), id: z.uuid(), revision, changes: storyText.partial() }),
  async (actor, asked) => somebodyElse(actor, asked.as) ?? saveDraft(actor, asked.id, asked.revision, asked.changes),
)

const asked = z.strictObject({
  by: z.uuid(),
  id: z.uuid(),
  revision,
  act: z.enum(ACT_NAMES),
  note: z.string().max(5_000, "At most 5,000 characters."),
  at: z.coerce.date("This is not a date and time.").nullable(),
  clarifies: z.boolean(),
  as: z.enum(CHANGES),
})

export const performAct = formAction(
  asked,
  async (actor, { by, id, revision, act, ...particulars }) =>
    somebodyElse(actor, by) ?? perform(actor, act, id, revision, particulars),
)

const aside = z.strictObject({ by: z.uuid(), id: z.uuid(), revision })

export const setChangesAside = formAction(
  aside,
  async (actor, { by, id, revision }) => somebodyElse(actor, by) ?? setAside(actor, id, revision),
)

export const bringChangesBack = formAction(
  aside.extend({ text: storyText.nullable() }),
  async (actor, { by, id, revision, text }) => somebodyElse(actor, by) ?? bringBack(actor, id, revision, text),
)

/** The story as it is now, for a screen that may have been opened a while ago; null while it is the one that the screen has. */
export const look = formAction(z.strictObject({ id: z.uuid(), revision }), async (_actor, { id, revision }) => {
  const story = await findStory(id)
  return { newer: story && story.revision > revision ? story : null }
})

/** What carries the story, for whoever is about to take it away. */
export const impact = formAction(z.strictObject({ id: z.uuid() }), async (_actor, { id }) => ({
  impact: await impactOf(id),
}))

/** What the unpublished changes of a live story seem to be; null where it has none. */
export const propose = formAction(z.strictObject({ id: z.uuid() }), async (_actor, { id }) => {
  const story = await findStory(id)
  const found = story && (await findUnpublished(story))
  return { proposal: found?.proposal ?? null, move: found ? await moveOf(story) : null }
})

export const search = formAction(
  z.strictObject({ q: z.string().max(200), except: z.uuid() }),
  async (_actor, { q, except }) => ({ found: await searchStories(q, except) }),
)

const link = z.strictObject({ url: z.string(), headline: z.string(), source: z.string() })

export const addOutsideLink = formAction(link, addLink)
