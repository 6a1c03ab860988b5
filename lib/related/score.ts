import type { NameKind } from "../names/rules"

/** What two stories have in common by name or word: as each of them writes it, and how rare it is, from 0 to 1. */
export type Shared = { kind: NameKind | "word"; here: string; there: string; top: boolean; rarity: number }

/** Two stories, as far as the score knows them. */
export type Pair = {
  shared: readonly Shared[]
  /** the topics that both have, by slug */
  topics: readonly string[]
  /** one of them leads to the other */
  linked: boolean
  /** between their first publications */
  days: number
  sameLanguage: boolean
  sameSection: boolean
  /** both are parts of one package of stories */
  samePackage: boolean
}

/** Why a story is suggested, as it is kept. */
export type Reason =
  | { part: "names"; names: { here: string; there: string }[] }
  | { part: "words"; words: string[] }
  | { part: "topics"; topics: string[] }
  | { part: "links" }
  | { part: "package" }

export type Part = "names" | "words" | "topics" | "links" | "time" | "language" | "section" | "package"

/** What each part counts for; the sum is compared with `LEAST`. */
export const WEIGHTS = {
  names: { person: 1, organisation: 0.9, unknown: 0.8, place: 0.5, most: 4 },
  words: { each: 0.4, most: 2 },
  /** of a name or word in the headline or standfirst of both */
  top: 1.5,
  topics: { each: 0.25, most: 0.5 },
  links: 1.2,
  /** at most, and after so many days e times less */
  time: { most: 0.3, days: 60 },
  section: 0.1,
  package: 1.5,
  /** what is left of the score of a story in another language */
  otherLanguage: 0.7,
} as const

/** A story below this is not suggested: two rare names, or a rare name and some words. */
export const LEAST = 1.5

/** A name or word that more stories have than this leaves is no evidence. */
const LEAST_RARITY = 0.3

/** How rare something is that `stories` of `live` stories have: 1 is only one, 0 is all. */
export const rarityOf = (stories: number, live: number) =>
  Math.max(0, 1 - Math.log(Math.max(stories, 1)) / Math.log(Math.max(live, FEW) + 1))

/** In a paper of fewer stories, nothing would be rare. */
const FEW = 100

/**
 * How near two stories are, with the reasons. 0: nothing that could be shown as a reason is enough: topics, days, sections and one name
 * alone never are.
 *
 * @param without leaves a part out, to see what it is worth
 */
export function scoreOf(pair: Pair, without?: Part): { score: number; reasons: Reason[] } {
  const may = (part: Part) => part !== without
  const shared = [...pair.shared].filter(({ rarity }) => rarity >= LEAST_RARITY).sort(byWeight)
  const named = shared.filter(({ kind }) => kind !== "word")
  const names = may("names") ? named : []
  const words = may("words") ? shared.filter((one) => one.kind === "word" && !isPartOf(one, named)) : []
  const topics = may("topics") ? pair.topics : []
  const linked = pair.linked && may("links")
  const together = pair.samePackage && may("package")
  const evidence = names.length + words.length + (linked || together ? 2 : 0)
  if (evidence < 2) return { score: 0, reasons: [] }
  const sum =
    Math.min(total(names), WEIGHTS.names.most) +
    Math.min(total(words), WEIGHTS.words.most) +
    Math.min(topics.length * WEIGHTS.topics.each, WEIGHTS.topics.most) +
    (linked ? WEIGHTS.links : 0) +
    (together ? WEIGHTS.package : 0) +
    (may("time") ? WEIGHTS.time.most * Math.exp(-pair.days / WEIGHTS.time.days) : 0) +
    (may("section") && pair.sameSection ? WEIGHTS.section : 0)
  const score = sum * (may("language") && !pair.sameLanguage ? WEIGHTS.otherLanguage : 1)
  return { score, reasons: reasonsOf(names, words, topics, linked, together) }
}

/** A word of a name is not a second piece of evidence: in one of the stories it may have been taken for a word only. */
const isPartOf = (word: Shared, named: readonly Shared[]) =>
  named.some(({ here, there }) => wordsOf(`${here} ${there}`).some((one) => wordsOf(word.here).includes(one)))

const wordsOf = (written: string): string[] => written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function reasonsOf(
  names: readonly Shared[],
  words: readonly Shared[],
  topics: readonly string[],
  linked: boolean,
  together: boolean,
): Reason[] {
  return [
    ...(together ? [{ part: "package" as const }] : []),
    ...(names.length
      ? [{ part: "names" as const, names: names.slice(0, MOST_NAMED).map(({ here, there }) => ({ here, there })) }]
      : []),
    ...(words.length ? [{ part: "words" as const, words: words.slice(0, MOST_NAMED).map(({ here }) => here) }] : []),
    ...(linked ? [{ part: "links" as const }] : []),
    ...(topics.length ? [{ part: "topics" as const, topics: [...topics] }] : []),
  ]
}

const MOST_NAMED = 4

const weightOf = ({ kind, rarity, top }: Shared) =>
  rarity * (kind === "word" ? WEIGHTS.words.each : WEIGHTS.names[kind]) * (top ? WEIGHTS.top : 1)

const byWeight = (a: Shared, b: Shared) => weightOf(b) - weightOf(a) || (a.here < b.here ? -1 : 1)

const total = (shared: readonly Shared[]) => shared.reduce((sum, one) => sum + weightOf(one), 0)
