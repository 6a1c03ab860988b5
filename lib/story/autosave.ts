import { isSame } from "./same"
import type { StoryText } from "./story"

/**
 * How a draft is saved while it is written: one save at a time, each naming the revision it was made from. Pure: the screen
 * brings what happened and carries out `next`. Newer words on the screen are never overwritten by an answer.
 */
export type Autosave = {
  /** the revision that the next save is made from */
  revision: number
  /** what the server has at that revision, as far as we know */
  saved: StoryText
  /** what is on the screen */
  present: StoryText
  phase: Phase
  /** the changes on their way */
  sent: { number: number; changes: Partial<StoryText> } | null
  /** changes that were on their way when the line broke: the server has one of them, or none */
  lost: readonly Partial<StoryText>[]
  /** saves begun so far: an answer to an earlier one says nothing any more */
  number: number
  /** attempts that failed since one succeeded */
  failures: number
  /** why not, in a sentence */
  problem: string
  /** the story as somebody else left it, once a save was made from an older one */
  theirs: Theirs | null
}

export type Theirs = { revision: number; text: StoryText }
export type Phase = "saved" | "changed" | "saving" | "broken" | "refused" | "stale"

export type Happening =
  | { kind: "typed"; changes: Partial<StoryText> }
  | { kind: "due" }
  | { kind: "saved"; number: number; revision: number; text: StoryText }
  | { kind: "stale"; number: number; theirs: Theirs }
  | { kind: "refused"; number: number; problem: string }
  | { kind: "broken"; number: number; problem: string }
  /** an act moved the story: same words, another revision */
  | { kind: "moved"; revision: number; text: StoryText }
  /** the screen was opened a while ago, nothing was written on it since, and the server has a newer text */
  | { kind: "renewed"; revision: number; text: StoryText }
  /** an act was asked for too late: somebody else changed the story before */
  | { kind: "overtaken"; theirs: Theirs }
  /** the writer chose between both texts */
  | { kind: "merged"; text: StoryText }

export const begin = (revision: number, text: StoryText): Autosave => ({
  revision,
  saved: text,
  present: text,
  phase: "saved",
  sent: null,
  lost: [],
  number: 0,
  failures: 0,
  problem: "",
  theirs: null,
})

export function after(state: Autosave, happening: Happening): Autosave {
  switch (happening.kind) {
    case "typed":
      return typed(state, happening.changes)
    case "due":
      return isDue(state) ? send(state) : state
    case "moved":
      return arrived(state, happening.revision, happening.text, {})
    case "renewed":
      return state.phase === "saved" ? { ...begin(happening.revision, happening.text), number: state.number } : state
    case "overtaken":
      return overtaken(state, happening.theirs, [])
    case "merged":
      return merged(state, happening.text)
    default:
      return state.phase === "saving" && state.sent?.number === happening.number ? answered(state, happening) : state
  }
}

/** What the screen has to do: nothing, send these changes, or say "due" after so many milliseconds. */
export function next({ phase, sent, revision, failures }: Autosave): Next {
  if (phase === "saving" && sent) return { kind: "send", ...sent, revision }
  if (phase === "changed") return { kind: "wait", milliseconds: 600 }
  if (phase === "broken") return { kind: "wait", milliseconds: Math.min(30_000, 1_000 * 2 ** (failures - 1)) }
  return { kind: "nothing" }
}

export type Next =
  | { kind: "nothing" }
  | { kind: "wait"; milliseconds: number }
  | { kind: "send"; number: number; revision: number; changes: Partial<StoryText> }

/** The status text of saving; "Saved" only when the server has everything. */
export function words({ phase, problem }: Autosave): string {
  if (phase === "saved") return "Saved"
  if (phase === "stale") return "Not saved: somebody else changed this story. Choose what to keep."
  if (phase === "broken" || phase === "refused") return `Not saved: ${problem}`
  return "Saving…"
}

export const isUnsaved = ({ phase }: Autosave) => phase !== "saved"

/** Which fields differ, with the values of `present`. */
export function changesBetween(saved: StoryText, present: StoryText): Partial<StoryText> {
  const fields = Object.keys(present) as (keyof StoryText)[]
  return Object.fromEntries(
    fields.filter((field) => !isSame(saved[field], present[field])).map((field) => [field, present[field]]),
  )
}

const isDue = ({ phase }: Autosave) => phase === "changed" || phase === "broken" || phase === "refused"
const isEmpty = (changes: object) => Object.keys(changes).length === 0

function typed(state: Autosave, changes: Partial<StoryText>): Autosave {
  const present = { ...state.present, ...changes }
  if (state.phase === "saving" || state.phase === "broken" || state.phase === "stale") return { ...state, present }
  return settled({ ...state, present })
}

/** Nothing is on its way: is there anything to send? */
function settled(state: Autosave): Autosave {
  const clean = isEmpty(changesBetween(state.saved, state.present))
  return { ...state, phase: clean ? "saved" : "changed", problem: "", sent: null, lost: [], theirs: null }
}

function send(state: Autosave): Autosave {
  // After a broken line the server may have words that were taken back since: those fields go again as well.
  const perhaps = state.lost.flatMap((changes) => Object.keys(changes))
  const fields = new Set([...perhaps, ...Object.keys(changesBetween(state.saved, state.present))])
  if (fields.size === 0) return settled(state)
  const changes = Object.fromEntries([...fields].map((field) => [field, state.present[field as keyof StoryText]]))
  const number = state.number + 1
  return { ...state, number, phase: "saving", sent: { number, changes } }
}

type Answer = Extract<Happening, { number: number }>

function answered(state: Autosave, answer: Answer): Autosave {
  const changes = state.sent?.changes ?? {}
  const lost = [...state.lost, changes]
  if (answer.kind === "saved") return arrived(state, answer.revision, answer.text, changes)
  if (answer.kind === "refused") return { ...state, phase: "refused", sent: null, problem: answer.problem }
  if (answer.kind === "broken")
    return { ...state, phase: "broken", sent: null, lost, failures: state.failures + 1, problem: answer.problem }
  return overtaken(state, answer.theirs, lost)
}

function overtaken(state: Autosave, theirs: Theirs, lost: readonly Partial<StoryText>[]): Autosave {
  // Only the revision moved (an act), or it is a save of our own whose answer was lost.
  const own = [{}, ...lost].find((one) => has(theirs.text, state.saved, one))
  if (own) return arrived(state, theirs.revision, theirs.text, own)
  return { ...state, phase: "stale", sent: null, lost: [], theirs }
}

/** Is this the saved text with these changes? (The server may have moved the slug after the headline: no writer's change.) */
function has(theirs: StoryText, saved: StoryText, changes: Partial<StoryText>): boolean {
  const expected = { ...saved, slug: theirs.slug, ...changes }
  return isEmpty(changesBetween(expected, theirs))
}

/** The server has these changes, in our own spelling of them; the slug is the one that it gives. */
function arrived(state: Autosave, revision: number, text: StoryText, changes: Partial<StoryText>): Autosave {
  const untouched = state.present.slug === (changes.slug ?? state.saved.slug)
  return settled({
    ...state,
    revision,
    saved: { ...state.saved, ...changes, slug: text.slug },
    present: untouched ? { ...state.present, slug: text.slug } : state.present,
    failures: 0,
  })
}

function merged(state: Autosave, text: StoryText): Autosave {
  if (!state.theirs) return state
  const { revision, text: saved } = state.theirs
  return settled({ ...state, revision, saved, present: text, failures: 0 })
}
