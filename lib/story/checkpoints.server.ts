import "server-only"
import { isDeepStrictEqual } from "node:util"
import { db, type Transaction } from "../db.server"
import type { Person } from "../people/people"
import { findVersions } from "../record/versions.server"
import { type Story, type StoryText, storyText } from "./story"

/** So long a person's writing is one checkpoint, in milliseconds: after that a new one begins. */
const STRETCH = 10 * 60 * 1_000

/**
 * The draft as it was saved now: the same checkpoint as before while the same person goes on, and nothing else happened to the story.
 * `apart`: it is another text rather than one that was written on, so the one before stays as it is.
 */
export async function keepCheckpoint(
  tx: Transaction,
  actor: Person,
  story: Story,
  now: Date,
  apart = false,
): Promise<void> {
  const { id: storyId, revision, text } = story
  const last = await tx.checkpoint.findFirst({ where: { storyId }, orderBy: { revision: "desc" } })
  const goesOn =
    !apart &&
    last?.byId === actor.id &&
    last.revision === revision - 1 &&
    now.getTime() - last.startedAt.getTime() < STRETCH
  if (goesOn) await tx.checkpoint.update({ where: { id: last.id }, data: { revision, text, at: now } })
  else await tx.checkpoint.create({ data: { storyId, revision, text, byId: actor.id, startedAt: now, at: now } })
}

/** The draft as it is before another text takes its place, where no checkpoint has it: one that was written before there were any. */
export async function keepWhatWas(tx: Transaction, actor: Person, { id: storyId, revision, text }: Story, now: Date) {
  const last = await tx.checkpoint.findFirst({ where: { storyId }, orderBy: { revision: "desc" } })
  if (last && isDeepStrictEqual(storyText.safeParse(last.text).data, text)) return
  const row = { storyId, revision, text, byId: actor.id, startedAt: now, at: now }
  await tx.checkpoint.upsert({ where: { storyId_revision: { storyId, revision } }, create: row, update: {} })
}

/** A text of the story as the newsroom can look at it, and take it up again. */
export type Earlier = {
  /** "version 3" or "draft 41": what it is asked for by */
  name: string
  at: Date
  by: string
  /** how the version came; null: it is a draft */
  kind: string | null
  text: StoryText
}

const MOST = 200

/** Versions and checkpoints of a story, the newest first. */
export async function findEarlier(storyId: string): Promise<Earlier[]> {
  const [versions, checkpoints] = await Promise.all([
    findVersions(storyId),
    db.checkpoint.findMany({
      where: { storyId },
      orderBy: { revision: "desc" },
      take: MOST,
      include: { by: { select: { name: true } } },
    }),
  ])
  const drafts = checkpoints.flatMap(({ revision, at, by, text }): Earlier[] => {
    const read = storyText.safeParse(text)
    return read.success ? [{ name: `draft ${revision}`, at, by: by.name, kind: null, text: read.data }] : []
  })
  const public_ = versions.map(
    ({ number, madeAt, by, kind, text }): Earlier => ({
      ...{ name: `version ${number}`, at: madeAt, by: by?.name ?? "the clock", kind, text },
    }),
  )
  return [...drafts, ...public_].sort((a, b) => b.at.getTime() - a.at.getTime())
}
