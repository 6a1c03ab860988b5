import type { Rules } from "./rules"

/** A passage of a story's words, by where it stands in it. */
export type Where = "headline" | "standfirst" | "dateline" | "body" | "speaker"
export type Passage = { where: Where; text: string }

/** A word of a passage. `end` is before a genitive with an apostrophe, `until` is behind it. */
export type Token = {
  start: number
  end: number
  until: number
  lower: string
  /** begins with a capital, and is no acronym */
  capital: boolean
  acronym: boolean
  /** the first word of a sentence, or of what somebody says: there a capital means little */
  first: boolean
  /** nothing but a space stands between it and the word before it */
  close: boolean
}

const WORD = /[\p{L}\p{N}][\p{L}\p{Mark}\p{N}]*(?:[-.&’'][\p{L}\p{N}][\p{L}\p{Mark}\p{N}]*)*/gu
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}&-]{2,8}$|^\p{Lu}{1,4}\d{1,3}$/u
const CAPITAL = /^\p{Lu}[\p{L}\p{Mark}’'-]*$/u
const ELISION = /^(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu)[’'](?=\p{L})/iu
const GENITIVE = /[’']s$/u
/** Behind these a full stop ends no sentence. */
const SHORT = new Set("dr mr mrs ms mme mlle prof st ir ing".split(" "))

export function tokensOf({ text, where }: Passage, rules: Rules): Token[] {
  const tokens: Token[] = []
  const isAlone = where === "dateline" || where === "speaker"
  for (const found of text.matchAll(WORD)) {
    const before = tokens.at(-1)
    const gap = text.slice(before?.until ?? 0, found.index)
    const first = !isAlone && (!before || beginsSentence(gap, before))
    const dropped = rules.elision ? elided(found[0], first) : 0
    const start = found.index + dropped
    const whole = found[0].slice(dropped)
    const name = whole.replace(GENITIVE, "")
    const acronym = ACRONYM.test(name)
    tokens.push({
      ...{ start, end: start + name.length, until: start + whole.length, lower: name.toLowerCase() },
      ...{ acronym, capital: !acronym && CAPITAL.test(name), first: first && dropped === 0 },
      close: dropped === 0 && before !== undefined && before.end === before.until && joins(gap, before),
    })
  }
  return tokens
}

const joins = (gap: string, before: Token) => gap === " " || gap === "\u00a0" || (gap === ". " && isShort(before))

const isShort = ({ lower }: Token) => SHORT.has(lower) || lower.length === 1

const beginsSentence = (gap: string, before: Token) =>
  /[.!?…:;]["”»’)\]]*\s|\n|["“„«]/u.test(gap) && !(gap === ". " && isShort(before))

/** How much of a French word is an article or the like before it: "l’Europe", but a name that keeps its own, "D’Hondt", within a sentence. */
function elided(word: string, first: boolean): number {
  const [prefix] = ELISION.exec(word) ?? []
  return prefix && (first || prefix === prefix.toLowerCase()) ? prefix.length : 0
}
