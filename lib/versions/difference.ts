import { diffArrays } from "diff"
import { canonical } from "../record/canonical"
import type { StoryText } from "../story/story"

/** The words of a version as they are stored; blocks and language may be of a release that this one does not know. */
export type VersionText = Omit<StoryText, "body" | "language"> & { language: string; body: readonly unknown[] }

export const FIELDS = [
  ...(["headline", "standfirst", "kicker", "dateline", "byline", "section", "slug"] as const),
  ...(["language", "topics", "related"] as const),
] satisfies (keyof VersionText)[]
export type Field = (typeof FIELDS)[number]

export type FieldChange = { field: Field; before: unknown; after: unknown }

/** A block that both have, or what became of one: null where it is not yet, or not any more. `moved`: it stands elsewhere. */
export type Step = { same: unknown } | { before: unknown; after: unknown; moved?: true }

/** What makes one text of another: whole, so that each of the two can be made of the other and this. */
export type Difference = { fields: FieldChange[]; body: Step[] }

/** So many blocks that came and went are looked at one by one; beyond that all of them are others. */
const MOST_EDITS = 2_000

export function differenceOf(older: VersionText, newer: VersionText): Difference {
  const fields = FIELDS.flatMap((field): FieldChange[] =>
    canonical(older[field]) === canonical(newer[field]) ? [] : [{ field, before: older[field], after: newer[field] }],
  )
  return { fields, body: stepsBetween(older.body, newer.body) }
}

/** The newer text, out of the older one. Throws where this is not the difference of that text. */
export function applied(older: VersionText, { fields, body }: Difference): VersionText {
  return made(older, body.map(olderOf), body.map(newerOf), fields, "before", "after")
}

/** The older text, out of the newer one. Throws where this is not the difference of that text. */
export function reverted(newer: VersionText, { fields, body }: Difference): VersionText {
  return made(newer, body.map(newerOf), body.map(olderOf), fields, "after", "before")
}

type Side = "before" | "after"

function made(
  text: VersionText,
  had: readonly unknown[],
  has: readonly unknown[],
  fields: readonly FieldChange[],
  from: Side,
  to: Side,
): VersionText {
  const fits =
    canonical(had.filter(isThere)) === canonical(text.body) &&
    fields.every((change) => canonical(change[from]) === canonical(text[change.field]))
  if (!fits) throw new Error("This is the difference of another text.")
  const changed = Object.fromEntries(fields.map((change) => [change.field, change[to]]))
  return { ...text, ...changed, body: has.filter(isThere) }
}

const isThere = (block: unknown) => block !== null
const olderOf = (step: Step) => ("same" in step ? step.same : step.before)
const newerOf = (step: Step) => ("same" in step ? step.same : step.after)

/** What a stored block says, whatever its id. */
export const contentOf = (block: unknown) =>
  canonical(typeof block === "object" && block !== null ? { ...block, id: "" } : block)

const idOf = (block: unknown) =>
  typeof block === "object" && block !== null && "id" in block && typeof block.id === "string" ? block.id : null

const kindOf = (block: unknown) => (typeof block === "object" && block !== null && "kind" in block ? block.kind : null)

/** Blocks belong together by their id, or else by what they say; what changed its place went from one and came to another. */
function stepsBetween(older: readonly unknown[], newer: readonly unknown[]): Step[] {
  const [before, after] = keysOf(older, newer)
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const steps: Step[] = []
  let [at, to] = [0, 0]
  for (const { value, removed, added } of changes) {
    for (const _ of value) {
      if (removed) steps.push({ before: older[at++], after: null })
      else if (added) steps.push({ before: null, after: newer[to++] })
      else steps.push(bothOf(older[at++], newer[to++]))
    }
  }
  return paired(moved(steps))
}

const bothOf = (before: unknown, after: unknown): Step =>
  canonical(before) === canonical(after) ? { same: after } : { before, after }

/** A name for every block, the same on both sides for what belongs together, and once on each side. */
function keysOf(older: readonly unknown[], newer: readonly unknown[]): [string[], string[]] {
  const own = older.map((block, at) => idOf(block) ?? `older ${at}`)
  const known = new Set(own)
  const bySaying = new Map<string, string[]>()
  const there = new Set(newer.map(idOf))
  older.forEach((block, at) => {
    const id = own[at] ?? ""
    if (!there.has(id)) bySaying.set(contentOf(block), [...(bySaying.get(contentOf(block)) ?? []), id])
  })
  const others = newer.map((block, at) => {
    const id = idOf(block)
    if (id !== null && known.has(id)) return id
    return bySaying.get(contentOf(block))?.shift() ?? `newer ${at}`
  })
  return [own, others]
}

/** What went from one place and came to another unchanged. */
function moved(steps: readonly Step[]): Step[] {
  const went = new Set(steps.flatMap((step) => ("before" in step && step.after === null ? contentOf(step.before) : [])))
  const came = new Set(steps.flatMap((step) => ("before" in step && step.before === null ? contentOf(step.after) : [])))
  return steps.map((step) => {
    if ("same" in step || (step.before !== null && step.after !== null)) return step
    const says = contentOf(step.before ?? step.after)
    return went.has(says) && came.has(says) ? { ...step, moved: true as const } : step
  })
}

/** In a stretch of blocks that went and came, those of a kind are one that changed: a text that was brought in anew has new ids. */
function paired(steps: readonly Step[]): Step[] {
  const done: Step[] = []
  for (let at = 0; at < steps.length; ) {
    let end = at
    while (end < steps.length && isOneSided(steps[end])) end++
    done.push(...pairedStretch(steps.slice(at, end)))
    const step = steps[end]
    if (step) done.push(step)
    at = end + 1
  }
  return done
}

const isOneSided = (step: Step | undefined) =>
  step !== undefined && "before" in step && (step.before === null || step.after === null) && !step.moved

type OneSided = Exclude<Step, { same: unknown }>

function pairedStretch(stretch: readonly Step[]): Step[] {
  const one = stretch as readonly OneSided[]
  const went = one.filter(({ after }) => after === null)
  const came = one.filter(({ before }) => before === null)
  const together: Step[] = []
  while (went[0] && came[0] && kindOf(went[0].before) === kindOf(came[0].after)) {
    together.push({ before: went[0].before, after: came[0].after })
    went.shift()
    came.shift()
  }
  return [...together, ...went, ...came]
}
