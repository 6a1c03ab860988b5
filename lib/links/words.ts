import { dayOf, momentOf } from "../dates"
import type { LinkLife, State } from "./states"

/** A state in a word or two, as lists say it. */
export const STATE_WORDS: Record<State, string> = {
  unseen: "Not looked at yet",
  ok: "There",
  moved: "Moved",
  gone: "Gone",
  blocked: "Keeps programs out",
  unreachable: "Out of reach",
}

/** What came of a look that somebody asked for. */
export const LOOK_WORDS = {
  ok: "is there.",
  moved: "is there, at a new address.",
  gone: "was not found. It counts as gone when a look a day later says so too.",
  blocked: "keeps programs out: look yourself whether it is there.",
  ill: "does not answer now. It is tried again by itself.",
} as const

type Life = Pick<LinkLife, "state" | "since" | "checkedAt" | "missedAt" | "takenOffAt">

/** What is known of a link's page in a word or two, where it stands and since when, and what to do about it; `days`: how long a page is gone before its links are taken off, 0 for never. */
export function lifeInWords(life: Life, days: number): { called: string; stands: string; todo: string } {
  const { state, since, checkedAt, missedAt, takenOffAt } = life
  // What it was before the last look is no news then, unless the site is ill since.
  if (missedAt && state !== "unreachable") return { called: "Not found once", stands: missed(missedAt), todo: "" }
  const from = since ? ` since ${dayOf(since)}` : ""
  const stands = state === "unseen" ? "It is looked at within a day." : `${STANDS[state]}${from}.`
  const seen = checkedAt && state !== "unseen" ? ` Last looked at ${momentOf(checkedAt)}.` : ""
  return {
    called: STATE_WORDS[state],
    stands: stands + seen,
    todo: missedAt ? missed(missedAt) : state === "gone" ? goneTodo(takenOffAt, days) : TODO[state],
  }
}

const STANDS: Record<Exclude<State, "unseen">, string> = {
  ok: "It answers",
  moved: "It has had a new address",
  gone: "There has been nothing at this address",
  blocked: "The site has not let programs look",
  unreachable: "The site has not answered",
}

const TODO: Record<Exclude<State, "gone">, string> = {
  unseen: "",
  ok: "",
  moved: "Open the new address; if it is the same page, take it.",
  blocked: "Nothing is wrong as far as we know. Open the link if you want to be sure.",
  unreachable: "Readers still have the link. It is tried again by itself, less and less often.",
}

const missed = (at: Date) =>
  `Nothing was found there on ${dayOf(at)}. It counts as gone when a look a day later says so too.`

function goneTodo(takenOffAt: Date | null, days: number) {
  const mend = "Give it another address with “Edit”, or remove it from its stories."
  if (takenOffAt)
    return `Taken off public pages on ${dayOf(takenOffAt)}. It comes back by itself when the page does. ${mend}`
  if (!days) return `Readers still have the link. ${mend}`
  return `Readers have the link until it has been gone for ${days} ${days === 1 ? "day" : "days"}. ${mend}`
}
