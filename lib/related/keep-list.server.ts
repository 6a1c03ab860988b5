import "server-only"
import { db, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { perform } from "../story/perform.server"
import { lockStory } from "../story/row.server"
import { NO_STORY, saveDraft } from "../story/save.server"
import type { RelatedItem, Story } from "../story/story"
import { transaction } from "../transaction.server"
import { AT_ONCE, type Part, REMOVED, type Result, type WantedItem, type Wish } from "./bulk"
import type { RelatedAct } from "./change-log.server"
import { keyOf, type Target } from "./lists"
import { saysWhatReadersHave, standsAlone, waiting } from "./readers.server"
import { targetAt } from "./target-at.server"

/** `readers`: when readers have it, in a sentence. `same`: nothing was to be done. */
type Kept = { kept: Story; readers: string; same?: true } | { stale: Story } | Refusal

/**
 * A story's list is this from now on, where the story has still this revision; readers have it at once where nothing else waits with it.
 * Whoever may write in the story may do it.
 */
export function keepList(actor: Person, { id, revision, after }: Wish, act: RelatedAct): Promise<Kept> {
  return transaction(async (tx) => {
    const before = await lockStory(tx, id)
    if (!before) return NO_STORY
    if (before.removedAt) return { refused: REMOVED, because: "wrong state" }
    if (before.revision !== revision) return { stale: before }
    const alone = await standsAlone(tx, before)
    const items = await settled(actor, id, after)
    if ("refused" in items) return items
    const saving = await saveDraft(actor, id, revision, { related: items.related }, { related: act })
    if (!("saved" in saving)) return saving
    if (saving.saved.revision === revision) return { kept: saving.saved, readers: alone ?? "", same: true }
    return alone ? goesBack(tx, saving.saved, alone) : publish(actor, saving.saved)
  })
}

async function publish(actor: Person, saved: Story): Promise<Kept> {
  const done = await perform(actor, "minor", saved.id, saved.revision)
  if ("done" in done) return { kept: done.done, readers: AT_ONCE }
  return "stale" in done ? done : { kept: saved, readers: waiting(done.refused) }
}

/** A draft that says again what readers have holds nothing that waits. */
async function goesBack(tx: Transaction, saved: Story, alone: string): Promise<Kept> {
  const { id, revision } = saved
  if (saved.publishAt || !(await saysWhatReadersHave(tx, saved))) return { kept: saved, readers: alone }
  await tx.story.updateMany({ where: { id, revision }, data: { liveRevision: revision } })
  return { kept: { ...saved, liveRevision: revision }, readers: "Readers have it so already." }
}

/** Pages elsewhere become links of the paper's, addresses of ours their stories; what the list has by now it does not get twice. */
async function settled(
  actor: Person,
  id: string,
  after: readonly WantedItem[],
): Promise<{ related: RelatedItem[] } | Refusal> {
  const related: RelatedItem[] = []
  const has = (one: Target) => [...after, ...related].some((item) => !("page" in item) && keyOf(item) === keyOf(one))
  for (const item of after) {
    if (!("page" in item)) related.push(item)
    else {
      const { page, ...manner } = item
      const found = await targetAt(actor, page, id)
      if ("refused" in found) return found
      const target = "story" in found ? found : { link: found.link.id }
      if (!has(target)) related.push({ ...target, ...manner })
    }
  }
  return { related }
}

/** Does a part of an act on many stories. Asked for twice it is done once: what a story got in this batch it keeps. */
export async function keepLists(
  actor: Person,
  { batch, what, about, undoes, stories }: Part,
): Promise<{ results: Result[] } | Refusal> {
  if (!can(actor, "links"))
    return { refused: "Only an administrator changes related news of many stories at once.", because: "no right" }
  const known = await db.relatedBatch.findUnique({ where: { id: batch } })
  if (known && (known.byId !== actor.id || known.what !== what))
    return { refused: "This act was begun by somebody else. Load the page again.", because: "wrong state" }
  const results: Result[] = []
  for (const wish of stories) {
    const { id } = wish
    const had = await db.relatedChange.findUnique({ where: { batchId_storyId: { batchId: batch, storyId: id } } })
    const kept = had ? null : await keepList(actor, wish, { what, batch: { batch, about, undoes } })
    results.push(kept ? resultOf(id, kept) : { id, done: "Done." })
  }
  return { results }
}

function resultOf(id: string, kept: Kept): Result {
  if ("stale" in kept)
    return { id, refused: "Somebody changed it after the preview, so nothing was done to it. Look at it again." }
  if ("refused" in kept) return { id, refused: kept.refused }
  return { id, done: `${kept.same ? "Nothing was to be done: it is so already." : "Done."} ${kept.readers}`.trim() }
}
