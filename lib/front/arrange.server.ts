import "server-only"
import type { Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import type { Refusal } from "../story/acts"
import { badInput, type Fields, refuseFields } from "../story/bad-input"
import { databaseTime, transaction } from "../transaction.server"
import { findArranged, findSlotStories, isPage } from "./arranged.server"
import { type ArrangedPage, FRONT, type Slot, slots, standingAt } from "./arrangement"
import { undoing } from "./timetable"

/** `stale`: somebody else was faster, and this is the page as it is now. Nothing was written. */
export type Arranging = { arranged: ArrangedPage } | { stale: ArrangedPage } | Refusal

type Asked = {
  page: string
  /** the number of the last change that was known */
  revision: number
}
type AskedSlots = Asked & {
  slots: unknown
  /** when it takes effect; null: at once */
  from: Date | null
  /** the number of the arrangement in force that this one is to replace: it may have changed by the clock alone */
  instead?: number | undefined
}

const NO_RIGHT: Refusal = { refused: "Only editors arrange pages. Ask an editor.", because: "no right" }
const NO_PAGE: Refusal = { refused: "The paper has no such page.", because: "not found" }

/** Arranges a page, from now on or from a moment to come. */
export function arrange(actor: Person, { page, revision, slots: given, from, instead }: AskedSlots) {
  return changing(actor, { page, revision }, async (tx, present, now) => {
    const parsed = slots.safeParse(given)
    if (!parsed.success) return under("slots", badInput(parsed.error))
    if (!from && instead !== undefined && instead !== (present.inForce?.number ?? 0)) return { stale: present }
    const fields = { ...(from && from <= now && { from: PASSED }), ...(await wrongIn(parsed.data, from ?? now)) }
    if (Object.keys(fields).length) return refuseFields(fields)
    return add(tx, actor, present, { kind: "arrange", from: from ?? now, slots: parsed.data }, now)
  })
}

/** Cancels what waits for a moment. */
export function cancelComing(actor: Person, { from, ...asked }: Asked & { from: Date }) {
  return changing(actor, asked, async (tx, present, now) => {
    if (!present.coming.some((one) => one.from.getTime() === from.getTime()))
      return from <= now
        ? { refused: "It has taken effect by now. Undo it instead.", because: "wrong state" }
        : { refused: "Nothing waits for that moment any more.", because: "not found" }
    return add(tx, actor, present, { kind: "cancel", from, slots: [] }, now)
  })
}

/** Puts an earlier arrangement in force again; 0 is the page as it was before anybody arranged it. */
export function putBack(actor: Person, { number, ...asked }: Asked & { number: number }) {
  return changing(actor, asked, async (tx, present, now) => {
    const earlier = present.history.find((one) => one.number === number && one.kind !== "cancel")
    if (!earlier && number !== 0)
      return { refused: "There is no such arrangement among the last changes.", because: "not found" }
    const again = standingAt(earlier?.slots ?? [], now)
    return add(tx, actor, present, { kind: "put back", of: number, from: now, slots: again }, now)
  })
}

/** Takes back the last change: by a change of its own, so that it can be taken back as well. */
export function undo(actor: Person, asked: Asked) {
  return changing(actor, asked, async (tx, present, now) => {
    const back = undoing(present.history, now)
    if (!back) return { refused: "Nothing has been arranged here yet: there is nothing to undo.", because: "not ready" }
    if ("cancel" in back) return add(tx, actor, present, { kind: "cancel", from: back.cancel, slots: [] }, now)
    const from = back.from ?? now
    const again = standingAt(back.slots, from)
    return add(tx, actor, present, { kind: "put back", of: back.putBack, from, slots: again }, now)
  })
}

type Work = (tx: Transaction, present: ArrangedPage, now: Date) => Promise<Arranging>

/** Right, page and revision, in the transaction of the change. */
async function changing(actor: Person, { page, revision }: Asked, work: Work): Promise<Arranging> {
  if (!can(actor, "front")) return NO_RIGHT
  return transaction(async (tx) => {
    if (!(await isPage(page))) return NO_PAGE
    const now = await databaseTime(tx)
    const present = await findArranged(page)
    return present.revision === revision ? work(tx, present, now) : { stale: present }
  })
}

type NewRow = { kind: "arrange" | "put back" | "cancel"; of?: number; from: Date; slots: Slot[] }

/** Of two that were made from the same revision, the database lets one have the next number; the other is asked again, and is stale. */
async function add(tx: Transaction, actor: Person, { page, revision }: ArrangedPage, row: NewRow, now: Date) {
  const { kind, of = null, from, slots } = row
  const number = revision + 1
  await tx.arrangement.create({ data: { page, number, kind, of, from, slots, madeById: actor.id, madeAt: now } })
  const tag = page === FRONT ? TAGS.front : TAGS.section(page)
  await announce(tx, { what: "arrangement", tags: [tag], actorId: actor.id, at: now, note: page })
  return { arranged: await findArranged(page) }
}

const PASSED = "That time has passed: choose a later one."

/** What is wrong with which slot. */
async function wrongIn(given: readonly Slot[], from: Date): Promise<Fields> {
  const fields: Fields = {}
  const stories = await findSlotStories(given.map(({ story }) => story))
  for (const [index, { story, picture, until }] of given.entries()) {
    const found = stories.find(({ id }) => id === story)
    if (!found) fields[`slots.${index}.story`] = "There is no such story."
    else if (picture !== "own" && picture !== "none" && !found.pictures.some(({ id }) => id === picture))
      fields[`slots.${index}.picture`] = "The story has no such picture. Choose one of its own."
    if (until && new Date(until) <= from)
      fields[`slots.${index}.until`] = "The pin ends before the page is arranged so: choose a later time, or none."
  }
  return fields
}

const under = (path: string, { fields = {} }: Refusal): Refusal =>
  refuseFields(
    Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name ? `${path}.${name}` : path, sentence])),
  )
