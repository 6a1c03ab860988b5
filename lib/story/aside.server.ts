import "server-only"
import { db, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { appendEvent } from "../record/events.server"
import { BY_HAND, noteRelated } from "../related/change-log.server"
import { databaseTime, transaction } from "../transaction.server"
import { OF_A_LATER_RELEASE, type Refusal } from "./acts"
import { type Aside, type Conflict, mustChoose } from "./aside"
import { mergeTexts } from "./merge"
import { storyOf, textAsRead, textOfRow } from "./row.server"
import { isSame } from "./same"
import { NO_STORY, saveDraft } from "./save.server"
import { hasUnpublishedChanges, type Story, type StoryText, storyText } from "./story"

/** The changes of a story that were set aside, if any. */
export async function findAside(storyId: string): Promise<Aside | null> {
  const row = await db.setAside.findUnique({ where: { storyId }, include: { by: { select: { name: true } } } })
  return row && { by: row.by.name, at: row.at }
}

/**
 * Puts the unpublished changes of a live story aside: the draft is what readers have again, so that something urgent can go out
 * alone. `stale` is the story as it is now, when `revision` is no longer its own.
 */
export function setAside(actor: Person, id: string, revision: number) {
  return transaction(async (tx): Promise<{ done: Story } | { stale: Story } | Refusal> => {
    const found = await storyFor(tx, actor, id, revision)
    if (!("story" in found)) return found
    const { story } = found
    const live = story.liveId && (await tx.version.findUnique({ where: { id: story.liveId } }))
    const refused = live
      ? notAside(story)
      : "Readers do not have this story: there is nothing to set changes aside from."
    if (refused) return { refused, because: "not ready" }
    if (!live) return NO_STORY
    if (await tx.setAside.findUnique({ where: { storyId: id } }))
      return { refused: "Changes of this story are set aside already: bring them back first.", because: "not ready" }
    const { text, unread } = textAsRead(live)
    if (unread) return { refused: OF_A_LATER_RELEASE, because: "not ready" }
    const at = await databaseTime(tx)
    const after = revision + 1
    const { count } = await tx.story.updateMany({
      where: { id, revision },
      data: { ...text, revision: after, liveRevision: after, changedAt: at },
    })
    if (!count) return { stale: storyOf(await tx.story.findUniqueOrThrow({ where: { id } })) }
    await tx.setAside.create({ data: { storyId: id, text: story.text, baseId: live.id, byId: actor.id, at } })
    const lists = { before: story.text.related, after: text.related }
    if (!isSame(lists.before, lists.after))
      await noteRelated(tx, { actor, act: BY_HAND, storyId: id, revision: after, ...lists, at })
    await note(tx, "setAside", actor, story, after, at)
    return { done: storyOf(await tx.story.findUniqueOrThrow({ where: { id } })) }
  })
}

function notAside(story: Story): string | false {
  if (story.unread) return OF_A_LATER_RELEASE
  if (!hasUnpublishedChanges(story)) return "Nothing has changed since the live version: there is nothing to set aside."
  return (
    story.publishAt !== null && "These changes are scheduled. Cancel that first: what is set aside does not go out."
  )
}

/**
 * Brings what was set aside back into the draft, block by block: where only one side changed since, that side holds. Where both
 * did, nothing is written without `chosen`, the text that somebody made of both; `conflict` has what they need for it.
 */
export function bringBack(actor: Person, id: string, revision: number, chosen: StoryText | null = null) {
  return transaction(async (tx): Promise<{ done: Story } | { stale: Story } | { conflict: Conflict } | Refusal> => {
    const found = await storyFor(tx, actor, id, revision)
    if (!("story" in found)) return found
    const { story } = found
    const aside = await tx.setAside.findUnique({ where: { storyId: id }, include: { base: true } })
    if (!aside) return { refused: "No changes of this story are set aside.", because: "not ready" }
    if (story.unread) return { refused: OF_A_LATER_RELEASE, because: "not ready" }
    const conflict = { mine: storyText.parse(aside.text), theirs: story.text, base: textOfRow(aside.base) }
    if (!chosen && mustChoose(conflict)) return { conflict }
    const text = chosen ?? mergeTexts(conflict.mine, conflict.theirs, {}, conflict.base)
    const saving = await saveDraft(actor, id, revision, text, { apart: true })
    if (!("saved" in saving)) return saving
    await tx.setAside.delete({ where: { storyId: id } })
    await note(tx, "bringBack", actor, saving.saved, saving.saved.revision, await databaseTime(tx))
    return { done: saving.saved }
  })
}

type Found = { story: Story } | { stale: Story } | Refusal

async function storyFor(tx: Transaction, actor: Person, id: string, revision: number): Promise<Found> {
  const row = await tx.story.findUnique({ where: { id } })
  if (!row) return NO_STORY
  const story = storyOf(row)
  if (!can(actor, "setAside") || !can(actor, "write", story))
    return {
      refused: "Changes are set aside and brought back by editors, while they may write in the story.",
      because: "no right",
    }
  return story.revision === revision ? { story } : { stale: story }
}

const note = (tx: Transaction, act: string, actor: Person, { id, status }: Story, revision: number, at: Date) =>
  appendEvent(tx, { storyId: id, act, actorId: actor.id, fromStatus: status, toStatus: status, revision, at, tags: [] })
