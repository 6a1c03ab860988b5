import "server-only"
import type { Transaction } from "../db.server"
import type { Person } from "../people/people"
import { decide } from "../story/acts"
import { inTheWay } from "../story/in-the-way.server"
import { textAsRead } from "../story/row.server"
import { isSame } from "../story/same"
import { hasUnpublishedChanges, type RelatedItem, type Story } from "../story/story"

/** Null: readers get a change of the list at once. Otherwise why they do not, in a sentence. */
export type Waits = string | null

/**
 * Would readers get this list of the story at once, as a minor change? Only where nothing else waits with it: a draft that says what its live
 * version says, on which nothing is planned. What may stand against any minor change is asked as it is when it is performed.
 */
export async function whyItWaits(
  tx: Transaction,
  actor: Person,
  story: Story,
  after: RelatedItem[],
  now: Date,
): Promise<Waits> {
  const standing = await standsAlone(tx, story)
  if (standing) return standing
  const { id, text } = story
  const changed = { ...story, text: { ...text, related: after }, revision: story.revision + 1 }
  const decision = decide(actor, "minor", changed, now)
  if ("refused" in decision) return waiting(decision.refused)
  const known = await tx.address.findMany({ where: { slug: text.slug } })
  const refusal = await inTheWay(tx, { actor, act: "minor", id, particulars: { at: null } }, changed, known, now)
  return refusal && waiting(refusal.refused)
}

export const waiting = (why: string) => `It waits in the draft. ${why}`

/** Why a change of the list alone cannot go out alone, as far as the story itself tells. */
export async function standsAlone(tx: Transaction, story: Story): Promise<Waits> {
  if (!story.liveId) return "Readers do not have this story: it waits in the draft."
  if (story.publishAt) return "It waits with the story's change that is scheduled."
  if (story.embargoUntil) return "It waits in the draft: the story is under embargo."
  return (await saysWhatReadersHave(tx, story)) ? null : "It waits with the story's other changes."
}

/** Is the draft word for word the live version? */
export async function saysWhatReadersHave(tx: Transaction, story: Story): Promise<boolean> {
  if (!hasUnpublishedChanges(story)) return story.liveId !== null
  const live = story.liveId && (await tx.version.findUnique({ where: { id: story.liveId } }))
  return !!live && story.unread === 0 && isSame(textAsRead(live).text, story.text)
}
