import type { StoryText } from "../story/story"
import { type Known, NOTHING_KNOWN } from "./known"
import type { Place } from "./passages"
import { RULE_NAMES, RULES, type RuleName } from "./rules"

/** One place that somebody may want to check before readers read it, and by which rule. Its sentences are in sentences.ts. */
export type Found = Place & { rule: RuleName }

/** Everything that the checks find in a text, rule by rule. Which of it stops a story its section says (stops.ts). */
export const findIn = (
  text: StoryText,
  known: Known = NOTHING_KNOWN,
  rules: readonly RuleName[] = RULE_NAMES,
): Found[] => rules.flatMap((rule) => RULES[rule](text, known).map((place) => ({ rule, ...place })))
