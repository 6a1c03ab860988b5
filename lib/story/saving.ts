import { type BodyChanges, bodyChangesBetween } from "./draft"
import { compareTexts, mergeTexts } from "./merge"
import { isSame } from "./same"
import type { StoryText } from "./story"

/**
 * How a draft is saved while it is written: one save at a time, each with a number and the revision that it was made from. Pure: the
 * screen brings what happened and carries out `next`. Newer words on the screen are never overwritten by an answer.
 */
export type Saving = {
  phase: Phase
  /** the revision that the next save is made from */
  revision: number
  /** what the server has at that revision */
  saved: StoryText
  /** what is on the screen */
  present: StoryText
  /** on its way, or to be asked for once more in the same words: a number is done once, however often it arrives */
  sent: Save | null
  /** saves begun so far */
  number: number
  /** attempts that failed since one succeeded */
  failures: number
  /** why not, in a sentence */
  problem: string
  /** the story as somebody else left it, where both changed the same */
  theirs: Theirs | null
  /** how often words of others came into the text on the screen */
  taken: number
}

export type Theirs = { revision: number; text: StoryText }
export type Save = { number: number; revision: number; changes: Partial<StoryText>; body: BodyChanges | null }

export type Phase = "saved" | "changed" | "saving" | "offline" | "failed" | "signedOut" | "refused" | "stale"

/** What the writer may do about it. */
export type Offer = "retry" | "sign in" | "choose"

type Row = {
  /** the status line: "Saved" only when the server has everything */
  says: (state: Saving) => string
  offers?: Offer
  /** it is tried again by itself after so many milliseconds */
  waits?: (failures: number) => number
  /** what is typed meanwhile waits for the answer, or for the writer: nothing else is begun */
  holds?: true
}

/** A breath after the last key; then less and less often while it fails. */
const BREATH = 600
const backOff = (failures: number) => Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1))

const ROWS: Record<Phase, Row> = {
  saved: { says: () => "Saved" },
  changed: { says: () => "Saving…", waits: () => BREATH },
  saving: { says: () => "Saving…", holds: true },
  offline: {
    says: () =>
      "Not saved: the server cannot be reached. Your text is kept in this browser; the next attempt follows by itself.",
    ...{ offers: "retry", waits: backOff, holds: true },
  },
  failed: { says: ({ problem }) => `Not saved: ${problem}`, offers: "retry", waits: backOff, holds: true },
  signedOut: { says: ({ problem }) => `Not saved: ${problem}`, offers: "sign in", holds: true },
  refused: { says: ({ problem }) => `Not saved: ${problem}`, offers: "retry" },
  stale: {
    says: () => "Not saved: somebody else changed the same words of this story. Choose what to keep.",
    ...{ offers: "choose", holds: true },
  },
}

export const words = (state: Saving) => ROWS[state.phase].says(state)
export const offerOf = ({ phase }: Saving) => ROWS[phase].offers ?? null
export const isUnsaved = ({ phase }: Saving) => phase !== "saved"

/** Why a save was not done: typed, for each lets the writer do something else. */
export type Failure = "offline" | "failed" | "signedOut" | "refused"

export type Happening =
  | { kind: "typed"; changes: Partial<StoryText> }
  /** the time has come, or the writer asks for it */
  | { kind: "due" }
  | { kind: "saved"; number: number; revision: number; slug: string }
  | { kind: "stale"; number: number; theirs: Theirs }
  | { kind: Failure; number: number; problem: string }
  /** an act of this screen's moved the story: same words, another revision */
  | { kind: "moved"; theirs: Theirs }
  /** the server has a newer text, as was heard of in another way than by a save */
  | { kind: "overtaken"; theirs: Theirs }
  /** the writer chose between both texts */
  | { kind: "merged"; text: StoryText }

export const begin = (revision: number, text: StoryText): Saving => ({
  ...{ phase: "saved", revision, saved: text, present: text, sent: null, number: 0 },
  ...{ failures: 0, problem: "", theirs: null, taken: 0 },
})

export function after(state: Saving, happening: Happening): Saving {
  switch (happening.kind) {
    case "typed":
      return typed(state, happening.changes)
    case "due":
      return isDue(state) ? send(state) : state
    case "moved":
      return arrived(state, happening.theirs.revision, happening.theirs.text.slug, {})
    case "overtaken":
      return happening.theirs.revision > state.revision && !isAsking(state) ? overtaken(state, happening.theirs) : state
    case "merged":
      return merged(state, happening.text)
    default:
      return state.phase === "saving" && state.sent?.number === happening.number ? answered(state, happening) : state
  }
}

/** What the screen has to do: nothing, send this, or say "due" after so many milliseconds. */
export type Next = { kind: "nothing" } | { kind: "wait"; milliseconds: number } | ({ kind: "send" } & Save)

export function next({ phase, sent, failures }: Saving): Next {
  if (phase === "saving" && sent) return { kind: "send", ...sent }
  const milliseconds = ROWS[phase].waits?.(failures)
  return milliseconds === undefined ? { kind: "nothing" } : { kind: "wait", milliseconds }
}

/** Which fields differ, with the values of `present`. */
export function changesBetween(saved: StoryText, present: StoryText): Partial<StoryText> {
  const fields = Object.keys(present) as (keyof StoryText)[]
  return Object.fromEntries(
    fields.filter((field) => !isSame(saved[field], present[field])).map((field) => [field, present[field]]),
  )
}

const isDue = ({ phase }: Saving) => phase !== "saved" && phase !== "saving" && phase !== "stale"
/** Is something asked for that the server may have done already? Its answer says more than anything heard beside it. */
const isAsking = ({ sent }: Saving) => sent !== null

function typed(state: Saving, changes: Partial<StoryText>): Saving {
  const present = { ...state.present, ...changes }
  return ROWS[state.phase].holds ? { ...state, present } : settled({ ...state, present })
}

/** Nothing is on its way: is there anything to send? */
function settled(state: Saving): Saving {
  const clean = Object.keys(changesBetween(state.saved, state.present)).length === 0
  return { ...state, phase: clean ? "saved" : "changed", problem: "", sent: null, theirs: null }
}

function send(state: Saving): Saving {
  if (state.sent) return { ...state, phase: "saving" }
  const changes = changesBetween(state.saved, state.present)
  if (Object.keys(changes).length === 0) return settled(state)
  const number = state.number + 1
  const body = changes.body ? bodyChangesBetween(state.saved.body, changes.body) : null
  return { ...state, number, phase: "saving", sent: { number, revision: state.revision, changes, body } }
}

type Answer = Extract<Happening, { number: number }>

function answered(state: Saving, answer: Answer): Saving {
  const { changes = {} } = state.sent ?? {}
  if (answer.kind === "saved") return arrived(state, answer.revision, answer.slug, changes)
  if (answer.kind === "stale") return overtaken(state, answer.theirs)
  const { kind: phase, problem } = answer
  // What the server will not have was not done: the next attempt is another one.
  if (phase === "refused") return { ...state, phase, problem, sent: null }
  return { ...state, phase, problem, failures: state.failures + (phase === "signedOut" ? 0 : 1) }
}

/** The server has these changes, in our own spelling of them; the slug is the one that it gives. */
function arrived(state: Saving, revision: number, slug: string, changes: Partial<StoryText>): Saving {
  const untouched = state.present.slug === (changes.slug ?? state.saved.slug)
  return settled({
    ...state,
    revision,
    saved: { ...state.saved, ...changes, slug },
    present: untouched ? { ...state.present, slug } : state.present,
    failures: 0,
  })
}

/** Somebody else wrote: what only one of both changed is merged, and where both changed the same the writer chooses. */
function overtaken(state: Saving, theirs: Theirs): Saving {
  const rows = compareTexts(state.present, theirs.text, state.saved)
  if (rows.some((row) => !row.same && row.suggestion === null))
    return { ...state, phase: "stale", sent: null, theirs, failures: 0 }
  return takenUp({ ...state, theirs }, mergeTexts(state.present, theirs.text, {}, state.saved))
}

function merged(state: Saving, text: StoryText): Saving {
  return state.theirs ? takenUp(state, text) : state
}

function takenUp(state: Saving, text: StoryText): Saving {
  const { revision, text: saved } = state.theirs as Theirs
  const taken = state.taken + (isSame(state.present, text) ? 0 : 1)
  return settled({ ...state, revision, saved, present: text, failures: 0, taken })
}
