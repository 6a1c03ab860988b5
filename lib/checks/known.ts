import { type Limits, limitsOf } from "./limits"

/** What the checks cannot see in a text itself. */
export type Known = {
  limits: Limits
  /** words of it that no live story has, each with the one like it that live stories have */
  unused: Readonly<Record<string, string>>
  /** addresses of its links that lead nowhere */
  dead: readonly string[]
}

/** Nothing but the text itself, and the paper's own limits. */
export const NOTHING_KNOWN: Known = { limits: limitsOf({}), unused: {}, dead: [] }
