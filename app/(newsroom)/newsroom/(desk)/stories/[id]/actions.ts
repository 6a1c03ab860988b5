"use server"

import { z } from "zod"
import { formAction, openFormAction, refuseSomebodyElse } from "@/lib/form-action.server"
import { readWords } from "@/lib/links/ask.server"
import { choosePackages } from "@/lib/packages/packages.server"
import { signIn } from "@/lib/people/sign-in.server"
import { findOurs } from "@/lib/pictures/ours.server"
import { andBack } from "@/lib/related/and-back.server"
import { keepNote, noteAsked } from "@/lib/related/notes.server"
import { resolveRelated, searchStories } from "@/lib/related/related.server"
import { lineAt } from "@/lib/related/target-at.server"
import { ACT_NAMES } from "@/lib/story/acts"
import { bringBack, setAside } from "@/lib/story/aside.server"
import { findStory } from "@/lib/story/find.server"
import { impactOf, moveOf } from "@/lib/story/impact.server"
import { perform } from "@/lib/story/perform.server"
import { CHANGES, storyText } from "@/lib/story/story"
import { findUnpublished } from "@/lib/versions/unpublished.server"
import { linkRelated } from "@/lib/wire/related.server"

const revision = z.int().positive()

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
    refuseSomebodyElse(actor, by) ?? perform(actor, act, id, revision, particulars),
)

const aside = z.strictObject({ by: z.uuid(), id: z.uuid(), revision })

export const setChangesAside = formAction(
  aside,
  async (actor, { by, id, revision }) => refuseSomebodyElse(actor, by) ?? setAside(actor, id, revision),
)

export const bringChangesBack = formAction(
  aside.extend({ text: storyText.nullable() }),
  async (actor, { by, id, revision, text }) => refuseSomebodyElse(actor, by) ?? bringBack(actor, id, revision, text),
)

/** Signs somebody in on the screen where they write. */
export const signInHere = openFormAction(
  z.strictObject({ email: z.string().max(320), password: z.string().max(1_000) }),
  async (given) => {
    const answer = await signIn(given)
    return "refused" in answer ? answer : { signedIn: true as const }
  },
)

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

/** Puts the story into these packages, and takes it out of others. */
export const choosePackagesOf = formAction(
  z.strictObject({ id: z.uuid(), slugs: z.array(z.string().max(100)).max(200) }),
  (actor, { id, slugs }) => choosePackages(actor, id, slugs),
)

export const search = formAction(
  z.strictObject({ q: z.string().max(200), except: z.uuid() }),
  async (_actor, { q, except }) => ({ found: await searchStories(q, except) }),
)

const link = z.strictObject({ of: z.uuid(), url: z.string(), headline: z.string(), source: z.string() })

/** What an address leads to, for the related news of a story. */
export const addOutsideLink = formAction(link, (actor, { of, ...given }) => lineAt(actor, given, of))

/** Why an item is among the related news, for the desk. */
export const keepNoteOf = formAction(
  noteAsked.extend({ by: z.uuid() }),
  async (actor, { by, ...asked }) => refuseSomebodyElse(actor, by) ?? keepNote(actor, asked),
)

/** What a page elsewhere says that it is called. */
export const readOutsidePage = formAction(z.strictObject({ url: z.string().max(2_000) }), (actor, given) =>
  readWords(actor, given),
)

/** Puts the story into the list of another one that it leads to. */
export const leadBack = formAction(z.strictObject({ id: z.uuid(), other: z.uuid() }), (actor, { id, other }) =>
  andBack(actor, id, other),
)

const related = z.strictObject({
  related: z
    .array(
      z.strictObject({
        line: z.int(),
        headline: z.string().max(2_000),
        url: z.string().max(2_000).nullable(),
        source: z.string().max(200),
      }),
    )
    .max(100),
})

/** What a pasted wire calls related, linked as the import of wires links it. */
export const linkRelatedNews = formAction(related, async (actor, { related }) => {
  const { found, items, unlinked } = await linkRelated(actor, related)
  const open = new Set(unlinked.map(({ line }) => line))
  const lines = found.map(({ line }) => line).filter((line) => !open.has(line))
  return { lines, items: await resolveRelated(items) }
})

const pictures = z.strictObject({ ids: z.array(z.uuid()).max(500), section: z.string().max(120) })

/** Pictures of ours that were pasted from one of our own pages. */
export const findOurPictures = formAction(pictures, async (_actor, { ids, section }) => ({
  found: await findOurs(ids, section),
}))
