import "server-only"
import { isDeepStrictEqual } from "node:util"
import { inOnePiece, type Transaction } from "../db.server"
import type { Person } from "../people/people"
import { type Story, storyText } from "./story"

/** So long a person's writing is one checkpoint, in milliseconds: after that a new one begins. */
const STRETCH = 10 * 60 * 1_000

/**
 * The draft as it was saved now: the same checkpoint as before while the same person goes on, and nothing else happened to the story.
 * `apart`: it is another text rather than one that was written on, so the one before stays as it is; the name of an earlier text says that
 * it is that one, taken up again.
 */
export async function keepCheckpoint(
  tx: Transaction,
  actor: Person,
  story: Story,
  now: Date,
  apart: Apart = false,
): Promise<void> {
  const { id: storyId, revision } = story
  const text = inOnePiece(story.text)
  const takenFrom = typeof apart === "string" ? apart : null
  if (!apart) {
    const since = new Date(now.getTime() - STRETCH)
    const goesOn = { storyId, revision: revision - 1, byId: actor.id, takenFrom: null, startedAt: { gt: since } }
    // Where many may be changed, none is sent back.
    if ((await tx.checkpoint.updateMany({ where: goesOn, data: { revision, text, at: now } })).count) return
  }
  await tx.checkpoint.create({ data: { storyId, revision, text, byId: actor.id, startedAt: now, at: now, takenFrom } })
}

export type Apart = boolean | string

/** The draft as it is before another text takes its place, where no checkpoint has it: one that was written before there were any. */
export async function keepWhatWas(tx: Transaction, actor: Person, { id: storyId, revision, text }: Story, now: Date) {
  const last = await tx.checkpoint.findFirst({ where: { storyId }, orderBy: { revision: "desc" } })
  if (last && isDeepStrictEqual(storyText.safeParse(last.text).data, text)) return
  const row = { storyId, revision, text, byId: actor.id, startedAt: now, at: now }
  await tx.checkpoint.upsert({ where: { storyId_revision: { storyId, revision } }, create: row, update: {} })
}
