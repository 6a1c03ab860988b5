import { bare } from "../search/bare"
import type { Language } from "../story/story"
import { ALIASES, type Aliases } from "./aliases"
import { dutch } from "./dutch"
import { english } from "./english"
import { french } from "./french"
import { german } from "./german"
import { kindOf } from "./kinds"
import type { NameKind, Rules } from "./rules"
import { type Run, runsOf } from "./runs"
import { type Passage, type Token, tokensOf } from "./tokens"

/** What each language says of its names. */
export const RULES: Record<Language, Rules> = { en: english, nl: dutch, fr: french, de: german }

/** Why something was taken for a name. `candidate`: it may be one, and is where other stories of the paper say so. */
export type Why =
  | "alias"
  | "acronym"
  | "several capitals"
  | "after a role"
  | "speaks"
  | "capital in a sentence"
  | "speaker or dateline"
  | "twice without an article"
  | "named elsewhere in the text"
  | "surname of a full name"
  | "candidate"

/** Where a name stands: `text` is passage number `passage` from `start` up to `end`, to the letter. */
export type Mention = { passage: number; start: number; end: number; text: string; why: Why }

export type FoundName = {
  /** the same for the same thing, however it is written: bare, by its alias where it has one */
  key: string
  /** as it is first written in full in this text */
  written: string
  kind: NameKind
  /** false: nothing but a candidate anywhere in this text */
  sure: boolean
  mentions: Mention[]
}

type Seen = Mention & { run: Run; tokens: readonly Token[]; passageOf: Passage; lowers: string[]; key: string }

/**
 * The names in a story's passages, in the order of their first mentions. Deterministic: the same words give the same names, whatever the
 * paper knows; time grows with the length of the text.
 *
 * @param writers names of the byline: a person in the text is one of these, or somebody else
 */
export function namesIn(
  passages: readonly Passage[],
  language: Language,
  { writers = [], aliases = ALIASES }: { writers?: readonly string[]; aliases?: Aliases } = {},
): FoundName[] {
  const rules = RULES[language]
  const read = passages.map((passage) => tokensOf(passage, rules))
  const common = new Set(read.flat().flatMap(({ lower, capital, acronym }) => (capital || acronym ? [] : lower)))
  const seen = passages.flatMap((passage, index) => {
    const tokens = read[index] ?? []
    return runsOf(passage, tokens, rules, aliases).flatMap((run) =>
      seenAs(passage, index, tokens, trimmed(run, tokens, common, rules)),
    )
  })
  const counts = new Map<string, number>()
  for (const { key } of seen) counts.set(key, (counts.get(key) ?? 0) + 1)
  const taken = seen.filter((one) => !isWord(one, rules, aliases))
  // "das Stadion" is a noun, and so is every other "Stadion" of the text.
  for (const one of seen) if (isWord(one, rules, aliases)) counts.delete(one.key)
  for (const one of taken) one.why = whyOf(one, rules, aliases, counts)
  resolve(taken, rules, aliases, new Set(writers.map(bare)))
  return gather(taken, rules, aliases)
}

/** A word that the text has in small letters, too, was capital for the sentence only. */
function trimmed(run: Run, tokens: readonly Token[], common: ReadonlySet<string>, rules: Rules): Run {
  const lower = tokens[run.from]?.lower ?? ""
  const isWord = run.first && (common.has(lower) || rules.articles.has(lower)) && !tokens[run.from]?.acronym
  if (!isWord) return run
  let from = run.from + 1
  while (from < run.to && !tokens[from]?.capital && !tokens[from]?.acronym) from++
  return { ...run, from, first: false, before: tokens[from - 1]?.lower ?? "" }
}

function seenAs(passage: Passage, index: number, tokens: readonly Token[], run: Run): Seen[] {
  const parts = tokens.slice(run.from, run.to)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || (parts.length === 1 && last.end - first.start < 2)) return []
  const text = passage.text.slice(first.start, last.end)
  const at = { passage: index, start: first.start, end: last.end, text }
  const lowers = parts.map(({ lower }) => lower)
  return [{ ...at, why: "candidate", run, tokens: parts, passageOf: passage, lowers, key: bare(lowers.join(" ")) }]
}

/** "the Council", "die Behörde": a capital, and no name. */
function isWord({ run, tokens, lowers, key, passageOf }: Seen, rules: Rules, aliases: Aliases): boolean {
  if (tokens.length > 1 || tokens[0]?.acronym || aliases.has(key) || run.role) return false
  if (rules.organisations.has(lowers[0] ?? "")) return true
  const isAlone = passageOf.where === "dateline" || passageOf.where === "speaker"
  return rules.nouns && !isAlone && (rules.articles.has(run.before) || isNoun(key) || /..e[nmrs]?$/u.test(run.before))
}

function whyOf(one: Seen, rules: Rules, aliases: Aliases, counts: ReadonlyMap<string, number>): Why {
  const { run, tokens, key, passageOf } = one
  if (aliases.has(key)) return "alias"
  if (tokens.length > 1) return "several capitals"
  if (tokens[0]?.acronym) return "acronym"
  if (run.role) return "after a role"
  if (passageOf.where === "dateline" || passageOf.where === "speaker") return "speaker or dateline"
  const behindArticle = rules.articles.has(run.before)
  if (!behindArticle && (rules.says.has(run.after) || rules.says.has(run.before)))
    return run.first ? "candidate" : "speaks"
  if (run.first) return "candidate"
  if (!rules.nouns) return "capital in a sentence"
  return (counts.get(key) ?? 0) > 1 ? "twice without an article" : "candidate"
}

/** Endings that German nouns have and names do not. */
const isNoun = (key: string) =>
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|ismus|ment|nis)$/.test(key)

/** Candidates that the rest of the text explains, and surnames that stand for the full name. */
function resolve(seen: Seen[], rules: Rules, aliases: Aliases, writers: ReadonlySet<string>) {
  const sure = new Set(seen.flatMap(({ key, why }) => (why === "candidate" ? [] : key)))
  const full = surnamesOf(seen, rules, aliases)
  const known = (key: string) => sure.has(key) || full.has(key)
  for (const one of seen) {
    if (rules.nouns) cutBehindGenitive(one, known)
    const base = rules.genitive && /[^s]s$/.test(one.key) ? one.key.slice(0, -1) : ""
    const name = full.get(one.key) ?? (sure.has(one.key) ? undefined : full.get(base))
    if (name && name !== one.key && !rules.towards.has(one.run.before))
      Object.assign(one, { key: name, why: "surname of a full name" })
    else explain(one, base, sure, writers)
  }
}

function explain(one: Seen, base: string, sure: ReadonlySet<string>, writers: ReadonlySet<string>) {
  if (sure.has(base)) Object.assign(one, ending(one, base))
  else if (one.why === "candidate" && (sure.has(one.key) || writers.has(one.key)))
    one.why = "named elsewhere in the text"
}

/** "Van Bossuyts Plan": the noun behind a genitive is no part of the name. */
function cutBehindGenitive(one: Seen, isKnown: (key: string) => boolean) {
  for (let length = one.tokens.length - 1; length > 0; length--) {
    const key = bare(one.lowers.slice(0, length).join(" "))
    const last = one.tokens[length - 1]
    if (!last || !key.endsWith("s") || !isKnown(key.slice(0, -1))) continue
    const text = one.text.slice(0, last.end - one.start)
    Object.assign(one, {
      key,
      text,
      end: last.end,
      tokens: one.tokens.slice(0, length),
      lowers: one.lowers.slice(0, length),
    })
    return
  }
}

/** A genitive without its s. */
const ending = (one: Seen, key: string) => ({
  ...{ key, end: one.end - 1, text: one.text.slice(0, -1) },
  why: one.why === "candidate" ? "named elsewhere in the text" : one.why,
})

/** The full name by the surname, with and without its particles; none where two people have it. */
function surnamesOf(seen: readonly Seen[], rules: Rules, aliases: Aliases): Map<string, string> {
  const several = new Map(seen.filter((one) => mayBePerson(one, rules)).map(({ key, lowers }) => [key, endsOf(lowers)]))
  const ends = new Set([...several.values()].flat())
  const full = new Map<string, string>()
  const twice = new Set<string>()
  for (const [key, surnames] of several) {
    if (ends.has(key)) continue
    for (const surname of surnames) {
      if (full.has(surname) || aliases.has(surname)) twice.add(surname)
      full.set(surname, key)
    }
  }
  for (const surname of twice) full.delete(surname)
  return full
}

const mayBePerson = ({ tokens, lowers }: Seen, rules: Rules) =>
  tokens.length > 1 && tokens.length < 6 && !lowers.some((lower) => rules.organisations.has(lower))

const endsOf = (lowers: readonly string[]) => lowers.slice(1).map((_, at) => bare(lowers.slice(at + 1).join(" ")))

function gather(seen: readonly Seen[], rules: Rules, aliases: Aliases): FoundName[] {
  const groups = new Map<string, Seen[]>()
  for (const one of seen) {
    const alias = aliases.get(one.key)
    const key = alias ? bare(alias.name) : one.key
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups].map(([key, group]) => {
    const longest = group.find(({ why }) => why !== "surname of a full name") ?? group[0]
    return {
      ...{ key, written: longest?.text ?? "", sure: group.some(({ why }) => why !== "candidate") },
      kind: aliases.get(group[0]?.key ?? "")?.kind ?? kindOf(group, rules),
      mentions: group.map(({ passage, start, end, text, why }) => ({ passage, start, end, text, why })),
    }
  })
}
