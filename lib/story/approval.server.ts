import "server-only"
import { db, type Transaction } from "../db.server"
import type { Actor } from "../people/people"
import { contentHash } from "../record/versions.server"
import { type Act, PUTS_OUT, type Refusal } from "./acts"
import type { Approval } from "./approval"
import { type Story, type StoryText, storyText } from "./story"

type Reader = Pick<Transaction, "approval" | "section" | "version" | "checkpoint">

/** For people: does this text need to be approved, and was it? */
export async function findApproval(story: Story): Promise<Approval> {
  const [needed, row] = await Promise.all([
    needsIt(db, story),
    db.approval.findUnique({ where: { storyId: story.id }, include: { by: { select: { name: true } } } }),
  ])
  return {
    needed,
    revision: story.revision,
    given: row && { by: row.by.name, at: row.at, holds: row.sha256 === contentHash(story.text) },
  }
}

/** The text of a story that was approved last, as far as this release can read it. */
export async function findApprovedText(storyId: string): Promise<StoryText | null> {
  const row = await db.approval.findUnique({ where: { storyId } })
  return row && (storyText.safeParse(row.text).data ?? null)
}

/** The section that it is in, or in which readers have it, asks for it: moving a story is no way around. */
async function needsIt(tx: Reader, { text, liveId }: Story): Promise<boolean> {
  const live = liveId ? await tx.version.findUnique({ where: { id: liveId }, select: { section: true } }) : null
  const slugs = [text.section, ...(live ? [live.section] : [])]
  // Each by its key: of several stories at once they are one question to the database.
  const asks = slugs.map((slug) => tx.section.findUnique({ where: { slug }, select: { approval: true } }))
  return (await Promise.all(asks)).some((section) => section?.approval)
}

/** Why this may not happen as long as nobody else has approved the text; null: it may. */
export async function notApproved(tx: Reader, actor: Actor, act: Act, story: Story): Promise<Refusal | null> {
  if (act === "approve") return (await hasWritten(tx, actor, story)) ? OWN_TEXT : null
  if (!PUTS_OUT.includes(act) || !(await needsIt(tx, story))) return null
  const row = await tx.approval.findUnique({ where: { storyId: story.id } })
  if (!row) return refusal("This section asks that somebody else approves a text first. Nobody has yet.")
  if (row.sha256 === contentHash(story.text)) return null
  return refusal(
    "The text was changed after it was approved. Have it approved again: “What changed” shows what is new.",
  )
}

const refusal = (refused: string): Refusal => ({ refused, because: "not ready" })

const OWN_TEXT = refusal(
  "Part of this text is yours and was not approved yet: a second pair of eyes has to be somebody else's.",
)

/** Is any of the text this person's that nobody else has approved since? */
async function hasWritten(tx: Reader, { id: byId }: Actor, { id: storyId, createdById }: Story): Promise<boolean> {
  if (byId === null) return true
  const last = await tx.approval.findUnique({ where: { storyId }, select: { revision: true } })
  if (!last && createdById === byId) return true
  const own = await tx.checkpoint.findFirst({ where: { storyId, byId, revision: { gt: last?.revision ?? 0 } } })
  return own !== null
}

/** From now on this text counts as approved: of this hash, and no other. */
export async function keepApproval(tx: Reader, byId: string, { id: storyId, text, revision }: Story, at: Date) {
  const row = { text, sha256: contentHash(text), revision, byId, at }
  await tx.approval.upsert({ where: { storyId }, create: { storyId, ...row }, update: row })
}
