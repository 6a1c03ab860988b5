import "server-only"
import { z } from "zod"
import { db, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { lockStory } from "../story/row.server"
import { text } from "../text"
import { databaseTime, transaction } from "../transaction.server"

/** Why an item stands in a story's related news, for the desk alone; empty: no note. */
export const noteText = text(400).trim()

/** `target`: the story or the outside link that it is about. */
export const noteAsked = z.strictObject({ id: z.uuid(), target: z.uuid(), text: noteText })

/** A note with who wrote it and when. */
export type RelatedNote = { text: string; by: string; at: Date }

/** The notes of a story, by the ids of the stories and links that they are about. */
export async function findNotes(storyId: string): Promise<Record<string, RelatedNote>> {
  const rows = await db.relatedNote.findMany({ where: { storyId }, include: { by: { select: { name: true } } } })
  return Object.fromEntries(rows.map(({ targetId, text, by, at }) => [targetId, { text, by: by.name, at }]))
}

/** Writes a note, puts another in its place, or with no words takes it away. For whoever may write the story. */
export async function keepNote(
  actor: Person,
  { id, target, text: words }: z.infer<typeof noteAsked>,
): Promise<{ note: RelatedNote | null } | Refusal> {
  return transaction(async (tx) => {
    const story = await lockStory(tx, id)
    if (!story) return { refused: "There is no such story.", because: "not found" }
    if (!can(actor, "write", story))
      return {
        refused: `You may not write a note in a story that is ${story.status}. Ask an editor to.`,
        because: "no right",
      }
    const there =
      (await tx.story.count({ where: { id: target } })) + (await tx.outsideLink.count({ where: { id: target } }))
    if (!there)
      return {
        refused: "What this note is about does not exist any more. Remove it from the list.",
        because: "not found",
      }
    await write(tx, actor, id, new Map([[target, words]]))
    return { note: (await findNotes(id))[target] ?? null }
  })
}

/** The same for several at once, of who has just written the story itself, in the same transaction. */
export const keepNotes = (actor: Person, storyId: string, notes: ReadonlyMap<string, string>): Promise<void> =>
  transaction((tx) => write(tx, actor, storyId, notes))

/** A note that says what it said before stays whose it was. */
async function write(tx: Transaction, actor: Person, storyId: string, notes: ReadonlyMap<string, string>) {
  if (!notes.size) return
  const rows = await tx.relatedNote.findMany({ where: { storyId, targetId: { in: [...notes.keys()] } } })
  const known = new Map(rows.map(({ targetId, text }) => [targetId, text]))
  const at = await databaseTime(tx)
  for (const [targetId, words] of notes) {
    if (words === (known.get(targetId) ?? "")) continue
    const [where, note] = [{ storyId_targetId: { storyId, targetId } }, { text: words, byId: actor.id, at }]
    if (words) await tx.relatedNote.upsert({ where, create: { storyId, targetId, ...note }, update: note })
    else await tx.relatedNote.deleteMany({ where: { storyId, targetId } })
  }
}
