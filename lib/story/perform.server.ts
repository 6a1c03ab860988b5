import "server-only"
import { randomUUID } from "node:crypto"
import type { Transaction } from "../db.server"
import { newJob, queueAll } from "../jobs/enqueue.server"
import { tagsOfPackages } from "../packages/packages.server"
import type { Actor } from "../people/people"
import { appendEvent, type EventLine } from "../record/events.server"
import { countDay } from "../record/published-days.server"
import { tagsOfChange } from "../record/tags"
import { forgetClues } from "../related/clues.server"
import { findLive, keepSearch, type Live } from "../search/keep.server"
import { databaseTime, transaction } from "../transaction.server"
import { type Act, decide, type Refusal, rowOf } from "./acts"
import { keepApproval } from "./approval.server"
import { erase } from "./erase.server"
import { inTheWay } from "./in-the-way.server"
import type { Particulars } from "./planned"
import { endAddressesOf } from "./preview-links.server"
import { lockStory, storyOf, textAsRead } from "./row.server"
import { NO_STORY } from "./save.server"
import type { Story, StoryText } from "./story"

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
  return transaction(async (tx) => {
    const at = now ?? (await databaseTime(tx))
    const before = await lockStory(tx, id)
    return before ? performOn(tx, asked, before, at) : NO_STORY
  })
}

/** What is to happen, at which revision. */
export type Asked = { actor: Actor; act: Act; id: string; revision: number; particulars: Particulars }

/** The same to a story that this transaction has locked, as it is. */
export async function performOn(tx: Transaction, asked: Asked, before: Story, now: Date): Promise<Performance> {
  const { actor, act, revision, particulars } = asked
  const decision = decide(actor, act, before, now, particulars)
  if ("refused" in decision && decision.because === "no right") return decision
  if (before.revision !== revision) return { stale: before }
  if ("refused" in decision) return decision

  const known = rowOf(act).makesVersion ? await tx.address.findMany({ where: { slug: before.text.slug } }) : []
  const obstacle = await inTheWay(tx, asked, before, known, now)
  return obstacle ?? (await carryOut(tx, asked, before, decision.story, known, now))
}

/** Writes what was decided: version, address, story, and the line of the log. */
async function carryOut(
  tx: Transaction,
  asked: Asked,
  before: Story,
  decided: Story,
  known: readonly Known[],
  now: Date,
): Promise<Performance> {
  const { actor, act, id } = asked
  const { makesVersion } = rowOf(act)
  const tags = makesVersion || before.liveId || act === "remove" ? await tagsOf(tx, before, decided) : []
  const version = makesVersion ? await makeVersion(tx, before, decided, asked, now) : null
  if (version) await keepAddress(tx, decided, known, now)
  const live = version && { liveId: version.live.id, liveRevision: decided.revision }
  const after: Story = { ...decided, ...live, changedAt: now }
  await tx.story.updateMany({
    where: { id },
    data: { ...standing(after), changedAt: now, ...(version && { sharePicture: "" }) },
  })
  if (act === "remove") await forgetClues(tx, id)
  const event = await writeLine(tx, asked, before, after, version, tags)
  if (act === "approve" && actor.id) await keepApproval(tx, actor.id, after, now)
  if (act === "remove") await erase(tx, id, event.position)
  await endAddressesOf(tx, after)
  await settleLists(tx, asked, before, after, { version, position: event.position, now })
  // Of what was removed nothing of the text is left.
  const done = act === "remove" ? storyOf(await tx.story.findUniqueOrThrow({ where: { id } })) : after
  return { done, event, version: event.version }
}

type Made = { number: number; live: Live }

async function writeLine(
  tx: Transaction,
  { actor, act, particulars }: Asked,
  before: Story,
  after: Story,
  version: Made | null,
  tags: string[],
): Promise<EventLine> {
  const line = {
    storyId: after.id,
    act,
    note: particulars.note.trim(),
    revision: after.revision,
    due: rowOf(act).asksWhen ? particulars.at : null,
    at: after.changedAt,
    tags,
  }
  const moved = { fromStatus: before.status, toStatus: after.status }
  const position = await appendEvent(tx, { ...line, ...moved, actorId: actor.id, versionId: version?.live.id ?? null })
  const by = actor.id === null ? null : { id: actor.id, name: actor.name }
  return { ...line, position, actor: by, from: before.status, to: after.status, version: version?.number ?? null }
}

/** What counts live stories, where they became more or fewer, or one of them another. */
async function settleLists(
  tx: Transaction,
  { act }: Asked,
  before: Story,
  after: Story,
  { version, position, now }: { version: Made | null; position: number; now: Date },
) {
  if (after.liveId === before.liveId && !version) return
  const live = version?.live ?? (after.liveId ? await findLive(tx, after.liveId) : null)
  await keepSearch(tx, before.id, live, before.liveId !== null)
  const suggesting = newJob("suggest", { story: before.id }, { key: `suggest ${before.id} ${position}` })
  await queueAll(tx, [suggesting, ...(version ? [sharePictureOf(before.id, version.live.id, act, now)] : [])])
  await countDay(tx, {
    publishedAt: before.firstPublishedAt ?? now,
    more: Number(version !== null) - Number(before.liveId !== null),
    at: now,
  })
}

/** Words that were just changed are often changed again: so long they have to stand before their share picture is drawn anew, in milliseconds. */
const REST = 15_000

const sharePictureOf = (story: string, version: string, act: Act, now: Date) =>
  newJob(
    "sharePicture",
    { story, version },
    { key: `sharePicture of ${version}`, runAt: act === "publish" ? now : new Date(now.getTime() + REST) },
  )

/** Whatever shows the story as readers had it, or is to show it as they have it from now on. */
async function tagsOf(tx: Transaction, { id, liveId }: Story, after: Story) {
  const live = liveId && (await tx.version.findUnique({ where: { id: liveId } }))
  const lists = tagsOfChange(id, [...(live ? [textAsRead(live).text] : []), after.text])
  return [...lists, ...(await tagsOfPackages(tx, id))]
}

/** What an act changes of a story; its words are the draft's, and stay. */
function standing({ id: _, text, unread, slugChosen, createdById, createdAt, changedAt, ...standing }: Story) {
  return standing
}

/** The draft as it stands becomes a version for good. */
async function makeVersion(
  tx: Transaction,
  before: Story,
  story: Story,
  { act, actor, particulars }: Asked,
  now: Date,
): Promise<Made> {
  const number = before.firstPublishedAt ? await nextNumber(tx, story.id) : 1
  const id = randomUUID()
  const text = { ...story.text, byline: await presentNames(tx, story.text.byline) }
  const publishedAt = story.firstPublishedAt ?? now
  await tx.version.createMany({
    data: [
      {
        id,
        ...text,
        storyId: story.id,
        number,
        kind: act,
        note: act === "correct" ? particulars.note.trim() : "",
        clarifies: act === "correct" && particulars.clarifies === true,
        publishedAt,
        madeAt: now,
        updatedAt: act === "minor" ? await toldSoFar(tx, before) : number > 1 ? now : null,
        madeById: actor.id,
      },
    ],
  })
  return { number, live: { ...text, id, publishedAt } }
}

async function nextNumber(tx: Transaction, storyId: string): Promise<number> {
  const last = await tx.version.aggregate({ where: { storyId }, _max: { number: true } })
  return (last._max.number ?? 0) + 1
}

/** What readers are told as "Updated" of the live version. */
async function toldSoFar(tx: Transaction, { liveId }: Story) {
  const live = liveId && (await tx.version.findUnique({ where: { id: liveId }, select: { updatedAt: true } }))
  return live ? live.updatedAt : null
}

type Known = { section: string; slug: string; storyId: string }

/** From now on this address leads to this story, for ever. `known` are the addresses of its slug. */
async function keepAddress(
  tx: Transaction,
  { id, text: { section, slug } }: Story,
  known: readonly Known[],
  now: Date,
) {
  if (known.some((address) => address.section === section)) return
  await tx.address.createMany({ data: [{ section, slug, storyId: id, since: now }] })
}

/** A byline's people under the names that they have today. */
async function presentNames(tx: Transaction, byline: StoryText["byline"]) {
  const ids = byline.flatMap(({ personId }) => personId ?? [])
  const people = ids.length ? await tx.person.findMany({ where: { id: { in: ids } } }) : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return byline.map((part) => ({ ...part, name: (part.personId && names.get(part.personId)) || part.name }))
}
