import "server-only"
import { isDeepStrictEqual } from "node:util"
import { inOnePiece, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { BY_HAND, noteRelated, type RelatedAct } from "../related/change-log.server"
import { slugOf } from "../slug"
import { databaseTime, transaction } from "../transaction.server"
import { OF_A_LATER_RELEASE, type Refusal } from "./acts"
import { freeSlug, isFreeSlug } from "./address.server"
import { parseText, refuseFields } from "./bad-input"
import { missing, withoutGoneLinks } from "./check.server"
import { type Apart, keepCheckpoint, keepWhatWas } from "./checkpoints.server"
import { SLUG_TAKEN } from "./create.server"
import { storyOf } from "./row.server"
import type { Story, StoryText } from "./story"

export type Saving = { saved: Story } | { stale: Story } | Refusal

/**
 * Writes changed fields into the draft, where the story still has the revision that they were made from. `stale` is the
 * story as it is now: nothing was written. Saving what is there already moves nothing. `apart`: another text takes the place of what
 * was written, which is kept (checkpoints.server.ts). `related`: what a change of its related news is a part of.
 */
export async function saveDraft(
  actor: Person,
  id: string,
  revision: number,
  changes: Changes,
  { apart = false, related = BY_HAND }: { apart?: Apart; related?: RelatedAct } = {},
): Promise<Saving> {
  const parsed = typeof changes === "function" ? null : parseText(changes)
  if (parsed && "refused" in parsed) return parsed
  return transaction((tx) => save(tx, actor, { id, revision, changes: parsed?.text ?? changes, apart, related }))
}

type Make = (text: StoryText) => Partial<StoryText> | null
/** New values of fields; or what makes them of the text as it is, null where it does not fit. */
type Changes = Partial<StoryText> | Make

type Asked = { id: string; revision: number; changes: Changes; apart: Apart; related: RelatedAct }

async function save(
  tx: Transaction,
  actor: Person,
  { id, revision, changes: asked, apart, related }: Asked,
): Promise<Saving> {
  const row = await tx.story.findUnique({ where: { id } })
  if (!row) return NO_STORY
  const story = storyOf(row)
  if (!can(actor, "write", story)) return mayNotWrite(story)
  if (story.revision !== revision) return { stale: story }

  const changes = typeof asked === "function" ? madeOf(story.text, asked) : { text: asked }
  if ("refused" in changes) return changes
  const wanted = await asFarAsThere(tx, story, changes.text, apart)
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !isDeepStrictEqual(value, story.text[field as keyof StoryText])),
  ) as Partial<StoryText>
  if (Object.keys(changed).length === 0) return { saved: story }

  if (changed.body && story.unread) return refuseFields({ body: OF_A_LATER_RELEASE })

  const fields = await missing(tx, changed, id)
  if (changed.slug && !(await isFreeSlug(tx, changed.slug, id))) fields.slug = SLUG_TAKEN
  if (Object.keys(fields).length) return refuseFields(fields)

  const now = await databaseTime(tx)
  if (apart) await keepWhatWas(tx, actor, story, now)
  const written = { ...changed, ...(await slugAfter(tx, story, changed)) }
  const { body } = written
  const data = { ...written, ...(body && { body: inOnePiece(body) }), revision: revision + 1, changedAt: now }
  const { count } = await tx.story.updateMany({ where: { id, revision }, data })
  if (!count) return { stale: storyOf(await tx.story.findUniqueOrThrow({ where: { id } })) }
  // What was written is known: a long text is not read again and taken apart to say so.
  const { slugChosen = story.slugChosen, ...words } = written
  const saved = { ...story, text: { ...story.text, ...words }, slugChosen, revision: revision + 1, changedAt: now }
  await keepCheckpoint(tx, actor, saved, now, apart)
  if (written.related) {
    const lists = { before: story.text.related, after: written.related }
    await noteRelated(tx, { actor, act: related, storyId: id, revision: revision + 1, ...lists, at: now })
  }
  return { saved }
}

/** A link that was removed keeps nobody from saving the rest of a list. */
async function asFarAsThere(tx: Transaction, { text }: Story, given: Partial<StoryText>, apart: Apart) {
  if (!given.related || isDeepStrictEqual(given.related, text.related)) return given
  const lists = { before: text.related, after: given.related, comesBack: apart !== false }
  return { ...given, related: await withoutGoneLinks(tx, lists) }
}

function madeOf(text: StoryText, make: Make): ReturnType<typeof parseText> {
  const made = make(text)
  return made ? parseText(made) : refuseFields({ body: "This changes blocks that the story does not have." })
}

/** The slug follows the headline until the story was public, or somebody chose another. */
async function slugAfter(
  tx: Transaction,
  { id, text, slugChosen, firstPublishedAt }: Story,
  changed: Partial<StoryText>,
): Promise<{ slug?: string; slugChosen?: true }> {
  if (changed.slug) return { slug: changed.slug, slugChosen: true }
  if (slugChosen || firstPublishedAt || (changed.headline ?? changed.language) === undefined) return {}
  const wanted = slugOf(changed.headline ?? text.headline, changed.language ?? text.language)
  return { slug: await freeSlug(tx, wanted, id) }
}

export const NO_STORY: Refusal = { refused: "There is no such story.", because: "not found" }

export function mayNotWrite(story: Story): Refusal {
  const next =
    story.status === "withdrawn" || story.status === "spiked"
      ? "An editor can restore it."
      : "Ask an editor to change it, or to send it back."
  return { refused: `You may not change a story that is ${story.status}. ${next}`, because: "no right" }
}
