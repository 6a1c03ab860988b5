import { diffArrays } from "diff"
import { canonical } from "../record/canonical"

/**
 * A block that both have, or what became of one: null where it is not yet, or not any more. `moved`: it stands elsewhere; `was`, where it came to:
 * what it said where it went from.
 */
export type Step = { same: unknown } | { before: unknown; after: unknown; moved?: true; was?: unknown }

/** So many blocks that came and went are looked at one by one; beyond that all of them are others. */
const MOST_EDITS = 2_000

/** What a stored block says, whatever its id. */
export const contentOf = (block: unknown) =>
  canonical(typeof block === "object" && block !== null ? { ...block, id: "" } : block)

const idOf = (block: unknown) =>
  typeof block === "object" && block !== null && "id" in block && typeof block.id === "string" ? block.id : null

const kindOf = (block: unknown) => (typeof block === "object" && block !== null && "kind" in block ? block.kind : null)

/** Blocks belong together by their id, or else by what they say; what changed its place went from one and came to another. */
export function stepsBetween(older: readonly unknown[], newer: readonly unknown[]): Step[] {
  const [before, after] = keysOf(older, newer)
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const steps: Keyed[] = []
  let [at, to] = [0, 0]
  for (const { value, removed, added } of changes) {
    for (const key of value) {
      if (removed) steps.push([key, { before: older[at++], after: null }])
      else if (added) steps.push([key, { before: null, after: newer[to++] }])
      else steps.push([key, bothOf(older[at++], newer[to++])])
    }
  }
  return paired(moved(steps))
}

type Keyed = readonly [key: string, step: Step]

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

/** What went from one place and came to another: the same block by its name, whatever it says now, or one that says the same. */
function moved(steps: readonly Keyed[]): Step[] {
  const went = oneSided(steps, "before")
  const came = oneSided(steps, "after")
  return steps.map(([key, step]) => {
    if ("same" in step || (step.before !== null && step.after !== null)) return step
    const there = step.before === null ? went : came
    const other = there.byKey.get(key) ?? there.bySaying.get(contentOf(step.before ?? step.after))
    if (other === undefined) return step
    return { ...step, moved: true as const, ...(step.before === null && { was: other }) }
  })
}

/** The blocks that stand only in one of the two, by their names and by what they say. */
function oneSided(steps: readonly Keyed[], side: "before" | "after") {
  const other = side === "before" ? "after" : "before"
  const only = steps.flatMap(([key, step]) =>
    "same" in step || step[other] !== null ? [] : [[key, step[side]] as const],
  )
  return { byKey: new Map(only), bySaying: new Map(only.map(([, block]) => [contentOf(block), block])) }
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
