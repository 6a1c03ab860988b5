import "server-only"
import { idsIn } from "../blocks/ids-in"
import { db, type Transaction } from "../db.server"
import { env } from "../env.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { digest, newSecret } from "../people/secrets.server"
import { transaction } from "../transaction.server"
import type { Refusal } from "./acts"
import { findStory } from "./find.server"
import { isToken, type PreviewLink, tokensIn } from "./preview-links"
import { lockStory } from "./row.server"
import type { Story } from "./story"

const DAY = 24 * 60 * 60_000
/** So many addresses of a story may be open at a time. */
const MOST = 20

/** Makes an address that opens the draft of a story until then, for whoever has it. It is told now and never again. */
export async function createPreviewLink(
  actor: Person,
  story: Story,
  days: number,
): Promise<{ link: PreviewLink; url: string } | Refusal> {
  if (isGone(story)) return GONE
  if (!can(actor, "write", story)) return NO_RIGHT
  const token = newSecret()
  const data = {
    ...{ storyId: story.id, tokenHash: digest(token), createdById: actor.id },
    expiresAt: new Date(Date.now() + days * DAY),
  }
  const made = await transaction(async (tx) => {
    // One after the other: or many at once would each be the last that there is room for.
    await lockStory(tx, story.id)
    return (await findPreviewLinks(story.id)).length < MOST ? tx.previewLink.create({ data }) : null
  })
  if (!made) return TOO_MANY
  const { id, createdAt, expiresAt } = made
  return { link: { id, by: actor.name, createdAt, expiresAt }, url: `${env.publicOrigin}/newsroom/shown/${token}` }
}

/** Those that open a story's draft now, newest first. */
export async function findPreviewLinks(storyId: string): Promise<PreviewLink[]> {
  const rows = await db.previewLink.findMany({
    where: { storyId, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, expiresAt: true, createdBy: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
  })
  return rows.map(({ createdBy, ...row }) => ({ ...row, by: createdBy.name }))
}

/** Ends an address: from now on it opens nothing. Whoever is of the desk may, whatever became of the story. */
export async function endPreviewLink(actor: Person, story: Story, id: string): Promise<{ ended: true } | Refusal> {
  if (!can(actor, "write")) return NO_RIGHT
  const { count } = await db.previewLink.deleteMany({ where: { id, storyId: story.id } })
  return count ? { ended: true } : { refused: "There is no such address any more.", because: "not found" }
}

/** The story whose draft an address opens, and until when; null: it opens nothing (any more). */
export async function findShown(token: string): Promise<{ story: Story; expiresAt: Date } | null> {
  if (!isToken(token)) return null
  const link = await db.previewLink.findUnique({
    where: { tokenHash: digest(token), expiresAt: { gt: new Date() } },
    select: { storyId: true, expiresAt: true },
  })
  const story = link && (await findStory(link.storyId))
  return link && story && !isGone(story) ? { story, expiresAt: link.expiresAt } : null
}

/** Of what was taken back nobody outside is shown anything. */
const isGone = ({ removedAt, status }: Story) => removedAt !== null || status === "spiked" || status === "withdrawn"

/** With the story that is taken back the addresses of its draft end, and do not come back with it. */
export async function endAddressesOf(tx: Transaction, story: Story): Promise<void> {
  if (isGone(story)) await tx.previewLink.deleteMany({ where: { storyId: story.id } })
}

/** Does a draft that this browser may see show this picture, by its own id or in the place of another, while its rights last? */
export async function mayShowPicture(headers: Headers, pictureId: string): Promise<boolean> {
  const shown = await Promise.all(tokensIn(headers.get("cookie") ?? "").map(findShown))
  const ids = shown.flatMap((one) => (one ? idsIn(one.story.text.body, "pictureId") : []))
  if (!ids.length) return false
  const [found] = await db.$queryRaw<[{ there: boolean }]>`
    SELECT EXISTS (SELECT FROM "ShownPicture" WHERE id = ANY(${ids}::uuid[]) AND file = ${pictureId}::uuid) AS there`
  return found.there
}

/** What is over by more than a day is of no use to anybody. */
export const forgetPreviewLinks = (now: Date) =>
  db.previewLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY) } } })

const NO_RIGHT: Refusal = {
  refused: "Whoever may write in a story may show it to others. Ask an editor.",
  because: "no right",
}
const GONE: Refusal = {
  refused: "This story was taken back: nothing of it is shown outside. Restore it first.",
  because: "not ready",
}
const TOO_MANY: Refusal = {
  refused: `At most ${MOST} addresses open a story at a time. End those that nobody needs.`,
  because: "not ready",
}
