import type { Reason } from "./score"

/** A story and one that is suggested below it, as far as readers have them at this moment. */
export type Present = {
  /** every word of the story, and of the other one */
  own: string
  other: string
  /** topics that both have, by slug */
  topics: readonly string[]
  /** the story leads to the other one */
  leads: boolean
  samePackage: boolean
}

/**
 * Reasons that were found for earlier texts, as far as they hold for what readers have now: what is said to be in both has to stand there. Until
 * they are found anew they say less rather than something that is not so.
 */
export const stillTrue = (reasons: readonly Reason[], present: Present): Reason[] =>
  reasons.flatMap((reason) => nowTrue(reason, present) ?? [])

function nowTrue(reason: Reason, { own, other, topics, leads, samePackage }: Present): Reason | null {
  if (reason.part === "links") return leads ? reason : null
  if (reason.part === "package") return samePackage ? reason : null
  if (reason.part === "names") {
    const names = reason.names.filter(({ here, there }) => own.includes(here) && other.includes(there))
    return names.length ? { part: "names", names } : null
  }
  if (reason.part === "topics") {
    const both = reason.topics.filter((slug) => topics.includes(slug))
    return both.length ? { part: "topics", topics: both } : null
  }
  // Of a word it is not kept how the other one writes it.
  return null
}
