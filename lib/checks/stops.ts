import type { StoryText } from "../story/story"
import { type Found, findIn } from "./findings"
import type { Known } from "./known"
import { RULE_NAMES, type RuleName } from "./rules"
import { SENTENCES } from "./sentences"

/** The checks of these names; of another release's there is nothing to be known. */
export const rulesNamed = (names: readonly string[]): RuleName[] => RULE_NAMES.filter((rule) => names.includes(rule))

/** Why a text may not come before readers yet, in a sentence that names the first place and what to do; null: nothing stops it. */
export function whatStops(text: StoryText, known: Known, blocking: readonly RuleName[]): string | null {
  const [first, ...rest] = findIn(text, known, blocking)
  if (!first) return null
  const more = rest.length ? ` ${rest.length} more of “To check” ${rest.length === 1 ? "stops" : "stop"} it too.` : ""
  return `${WHY} ${sentenceOf(first)}${more}`
}

const WHY = "The section does not let this text go out yet."

/** In the language of the screens, whatever the story's own. */
function sentenceOf({ rule, passage }: Found) {
  const [says, todo] = SENTENCES.en[rule]
  return [says, passage && `“${passage}”`, todo].filter(Boolean).join(" ")
}
