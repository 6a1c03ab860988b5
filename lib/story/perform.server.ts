import "server-only"
import { randomUUID } from "node:crypto"
import type { Transaction } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import type { Actor } from "../people/people"
import { appendEvent, type EventLine } from "../record/events.server"
import { countDay } from "../record/published-days.server"
import { tagsOfChange } from "../record/tags"
import { keepSearch } from "../search/keep.server"
import { databaseTime, transaction } from "../transaction.server"
import { type Act, decide, type Refusal, rowOf } from "./acts"
import { keepApproval, notApproved } from "./approval.server"
import { erase } from "./erase.server"
import type { Particulars } from "./planned"
import { storyOf, textAsRead } from "./row.server"
import { NO_STORY } from "./save.server"
import type { Story, StoryText } from "./story"
import { TAKE_AWAY } from "./taking-away"

export type Performance = { done: Story; event: EventLine; version: number | null } | { stale: Story } | Refusal

/**
 * The one door through which something happens to a story: decides, and in the same transaction writes the story, the
 * version, its address and the line of the log. `stale` is the story as it is now, when `revision` is no longer its own.
 * `now` is the database's time unless it is given.
 */
export function perform(
  actor: Actor,
  act: Act,
  id: string,
  revision: number,
  particulars: Partial<Particulars> = {},
  now?: Date,
): Promise<Performance> {
  const asked: Asked = { actor, act, id, revision, particulars: { note: "", at: null, ...particulars } }
  return transaction(async (tx) => performIn(tx, asked, now ?? (await databaseTime(tx))))
}

type Asked = { actor: Actor; act: Act; id: string; revision: number; particulars: Particulars }

async function performIn(tx: Transaction, asked: Asked, now: Date): Promise<Performance> {
  const { actor, act, id, revision, particulars } = asked
  const row = await tx.story.findUnique({ where: { id } })
  if (!row) return NO_STORY
  const before = storyOf(row)
  const decision = decide(actor, act, before, now, particulars)
  if ("refused" in decision && decision.because === "no right") return decision
  if (before.revision !== revision) return { stale: before }
  if ("refused" in decision) return decision

  const obstacle = await inTheWay(tx, asked, before)
  if (obstacle) return obstacle

  const { makesVersion } = rowOf(act)
  const tags = makesVersion || before.liveId || act === "remove" ? await tagsOf(tx, before, decision.story) : []
  const after = decision.story
  const { count } = await tx.story.updateMany({ where: { id, revision }, data: { ...standing(after), changedAt: now } })
  if (!count) return { stale: storyOf(await tx.story.findUniqueOrThrow({ where: { id } })) }
  const version = makesVersion ? await makeVersion(tx, before, after, asked, now) : null

  const event = await appendEvent(tx, {
    storyId: id,
    act,
    actorId: actor.id,
    note: particulars.note.trim(),
    fromStatus: before.status,
    toStatus: after.status,
    revision: after.revision,
    versionId: version?.id ?? null,
    due: rowOf(act).asksWhen ? particulars.at : null,
    at: now,
    tags,
  })
  if (act === "approve" && actor.id) await keepApproval(tx, actor.id, after, now)
  if (act === "remove") await erase(tx, id, event.position)
  await settleLists(tx, before, after, makesVersion === true, now)
  const done = storyOf(await tx.story.findUniqueOrThrow({ where: { id } }))
  return { done, event, version: version?.number ?? null }
}

/** What only the database knows that may stand against it. */
async function inTheWay(tx: Transaction, asked: Asked, before: Story): Promise<Refusal | null> {
  const { actor, act } = asked
  const unapproved = await notApproved(tx, actor, act, before)
  if (unapproved) return unapproved
  if (TAKES_TWO.includes(act) && env.withdrawalsByTwo && !(await anotherAsked(tx, asked))) return NOBODY_ASKED
  return rowOf(act).makesVersion && (await belongsToAnother(tx, before)) ? ADDRESS_TAKEN : null
}

/** What counts live stories, where they became more or fewer, or one of them another. */
async function settleLists(tx: Transaction, before: Story, after: Story, makesVersion: boolean, now: Date) {
  if (after.liveId === before.liveId && !makesVersion) return
  await keepSearch(tx, before.id)
  await countDay(tx, {
    publishedAt: before.firstPublishedAt ?? now,
    more: Number(makesVersion) - Number(before.liveId !== null),
    at: now,
  })
}

const TAKES_TWO: readonly Act[] = ["withdraw", "withdrawLater", "remove"]

/** Has somebody else asked for this since the text last changed before readers, or was taken from them? What the clock does, two have decided already. */
async function anotherAsked(tx: Transaction, { id, actor }: Asked): Promise<boolean> {
  if (actor.id === null) return true
  const made = await tx.storyEvent.aggregate({
    where: { storyId: id, OR: [{ versionId: { not: null } }, { act: { in: [...TAKE_AWAY] } }] },
    _max: { position: true },
  })
  const since = { gt: made._max.position ?? 0 }
  return (
    (await tx.storyEvent.count({
      where: { storyId: id, act: "askWithdrawal", actorId: { not: actor.id }, position: since },
    })) > 0
  )
}

const NOBODY_ASKED: Refusal = {
  refused:
    "A withdrawal takes two people here. Choose “Ask for withdrawal”; then somebody else can withdraw the story.",
  because: "not ready",
}

/** Whatever shows the story as readers had it, or is to show it as they have it from now on. */
async function tagsOf(tx: Transaction, { id, liveId }: Story, after: Story) {
  const live = liveId && (await tx.version.findUnique({ where: { id: liveId } }))
  return tagsOfChange(id, [...(live ? [textAsRead(live).text] : []), after.text])
}

/** What an act changes of a story; its words are the draft's, and stay. */
function standing({ id: _, text, unread, slugChosen, createdById, createdAt, changedAt, ...standing }: Story) {
  return standing
}

/** The draft as it stands becomes a version for good, and the one that readers see. The story's row is locked by now. */
async function makeVersion(
  tx: Transaction,
  before: Story,
  story: Story,
  { act, actor, particulars }: Asked,
  now: Date,
) {
  const last = await tx.version.aggregate({ where: { storyId: story.id }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  const version = await tx.version.create({
    data: {
      id: randomUUID(),
      ...story.text,
      byline: await presentNames(tx, story.text.byline),
      storyId: story.id,
      number,
      kind: act,
      note: act === "correct" ? particulars.note.trim() : "",
      clarifies: act === "correct" && particulars.clarifies === true,
      publishedAt: story.firstPublishedAt ?? now,
      madeAt: now,
      updatedAt: act === "minor" ? await toldSoFar(tx, before) : number > 1 ? now : null,
      madeById: actor.id,
    },
    select: { id: true, number: true },
  })
  await keepAddress(tx, story, now)
  const live = { liveId: version.id, liveRevision: story.revision, sharePicture: "" }
  await tx.story.update({ where: { id: story.id }, data: live })
  const rested = act === "publish" ? now : new Date(now.getTime() + REST)
  const share = { story: story.id, version: version.id }
  await enqueue(tx, "sharePicture", share, { key: `sharePicture of ${version.id}`, runAt: rested })
  return version
}

/** What readers are told as "Updated" of the live version. */
async function toldSoFar(tx: Transaction, { liveId }: Story) {
  const live = liveId && (await tx.version.findUnique({ where: { id: liveId }, select: { updatedAt: true } }))
  return live ? live.updatedAt : null
}

/** Words that were just changed are often changed again: so long they have to stand before their share picture is drawn anew, in milliseconds. */
const REST = 15_000

/** From now on this address leads to this story, for ever. */
async function keepAddress(tx: Transaction, { id, text }: Story, now: Date) {
  const { section, slug } = text
  const own = await tx.address.findUnique({ where: { section_slug: { section, slug }, storyId: id } })
  if (!own) await tx.address.create({ data: { section, slug, storyId: id, since: now } })
}

const belongsToAnother = (tx: Transaction, { id, text }: Story) =>
  tx.address.findFirst({ where: { slug: text.slug, storyId: { not: id } } })

const ADDRESS_TAKEN: Refusal = {
  refused: "Readers know another story at this address. Choose another slug first.",
  because: "not ready",
}

/** A byline's people under the names that they have today. */
async function presentNames(tx: Transaction, byline: StoryText["byline"]) {
  const ids = byline.flatMap(({ personId }) => personId ?? [])
  const people = ids.length ? await tx.person.findMany({ where: { id: { in: ids } } }) : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return byline.map((part) => ({ ...part, name: (part.personId && names.get(part.personId)) || part.name }))
}
