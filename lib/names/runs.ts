import { bare } from "../search/bare"
import type { Aliases } from "./aliases"
import type { Rules } from "./rules"
import type { Passage, Token } from "./tokens"

/** Words that follow each other and may be a name together: the tokens from `from` up to `to`, which is not one of them. */
export type Run = {
  from: number
  to: number
  /** it stands where a sentence begins, so its first capital means little */
  first: boolean
  /** the word before it, within the same sentence */
  before: string
  after: string
  /** "Minister", "Mrs": it follows one */
  role: boolean
}

/** Every run of capitals of a passage, in order; roles, days and what comes from a country are no part of them. */
export function runsOf({ text }: Passage, tokens: readonly Token[], rules: Rules, aliases: Aliases): Run[] {
  if (isShouted(text)) return []
  const runs: Run[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!isCapital(tokens[from])) continue
    const known = behindAlias(tokens, from, aliases)
    const to = known || endOf(tokens, from, rules, aliases)
    runs.push(...(known ? [pieceOf(tokens, from, to, false)] : piecesOf(tokens, from, to, rules)))
    from = to - 1
  }
  return runs
}

/** Where a name of several words ends that the table of aliases has, though not all of them are capitals: "Union européenne"; 0: none. */
function behindAlias(tokens: readonly Token[], from: number, aliases: Aliases): number {
  if (!tokens[from + 1]?.close) return 0
  for (let to = Math.min(from + LONGEST_ALIAS, tokens.length); to > from + 1; to--) {
    const parts = tokens.slice(from, to)
    if (parts.slice(1).every(({ close }) => close) && aliases.has(bare(parts.map(({ lower }) => lower).join(" "))))
      return to
  }
  return 0
}

const LONGEST_ALIAS = 4

/** A line in capitals only says nothing about names. */
const isShouted = (text: string) => text.length > 8 && !/\p{Ll}/u.test(text)

const isCapital = (token: Token | undefined): token is Token => !!token && (token.capital || token.acronym)

function endOf(tokens: readonly Token[], from: number, rules: Rules, aliases: Aliases): number {
  let to = from + 1
  for (;;) {
    const next = tokens[to]
    if (!next?.close || (isCapital(next) && behindAlias(tokens, to, aliases))) return to
    if (isCapital(next)) to++
    else {
      const beyond = behindParticles(tokens, from, to, rules)
      if (beyond === to) return to
      to = beyond
    }
  }
}

/** "Jan van der Berg", "Court of Justice": where the capital behind such words ends, or `at` where there is none. */
function behindParticles(tokens: readonly Token[], from: number, at: number, rules: Rules): number {
  const isOrganisation = tokens.slice(from, at).some(({ lower }) => rules.organisations.has(lower))
  const may = isOrganisation ? rules.joiners : at - from === 1 ? rules.particles : undefined
  if (!may || (!isOrganisation && isPart(tokens[from], rules))) return at
  let to = at
  while (
    to < at + 2 &&
    tokens[to]?.close &&
    (may.has(tokens[to]?.lower ?? "") || (to > at && BEHIND_VAN.has(tokens[to]?.lower ?? "")))
  )
    to++
  const next = tokens[to]
  return to > at && isCapital(next) && next.close ? to + 1 : at
}

/** Behind another word of a name: "van der", though "der" alone stands before any German noun. */
const BEHIND_VAN = new Set(["der", "den"])

const isPart = (token: Token | undefined, rules: Rules) =>
  !!token &&
  (rules.roles.has(token.lower) || rules.never.has(token.lower) || (token.first && rules.starters.has(token.lower)))

/** A run without what stands before and between names: roles, days, the first word of a sentence. */
function piecesOf(tokens: readonly Token[], from: number, to: number, rules: Rules): Run[] {
  const pieces: Run[] = []
  let begun = from
  let role = rules.roles.has(tokens[from - 1]?.lower ?? "") && !!tokens[from]?.close
  for (let at = from; at <= to; at++) {
    const token = tokens[at]
    const parts = at === to || isPart(token, rules)
    if (!parts) continue
    if (at > begun) pieces.push(pieceOf(tokens, begun, at, role))
    begun = at + 1
    role = !!token && rules.roles.has(token.lower)
  }
  return pieces
}

function pieceOf(tokens: readonly Token[], from: number, to: number, role: boolean): Run {
  const [token, last, next] = [tokens[from], tokens[to - 1], tokens[to]]
  const before = token?.close || token?.first === false ? (tokens[from - 1]?.lower ?? "") : ""
  return {
    ...{ from, to, role, before: token?.first ? "" : before },
    after: next?.close && last?.end === last?.until ? next.lower : "",
    first: token?.first ?? false,
  }
}
