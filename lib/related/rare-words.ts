import { RULES } from "../names/names"
import type { Passage } from "../names/tokens"
import type { Language } from "../story/story"

/** A word that may tell a story from others: as it is first written, and in small letters. */
export type RareWord = { key: string; written: string; count: number; top: boolean }

/** So many words of a story are compared with other stories' at most. */
const MOST = 24
/** Shorter ones are seldom about anything, and longer ones seldom words. */
const LENGTH = { least: 5, most: 40 }

/**
 * The words that a story is about: in its headline or standfirst, or said again and again. How rare they are is for the archive to say.
 *
 * @param isName is this, in small letters, a part of one of its names?
 */
export function rareWordsIn(
  passages: readonly Passage[],
  language: Language,
  isName: (lower: string) => boolean,
): RareWord[] {
  const { starters, never, says } = RULES[language]
  const isCommon = (key: string) => starters.has(key) || never.has(key) || says.has(key) || COMMON.has(key)
  const found = new Map<string, RareWord>()
  for (const { where, text } of passages) {
    if (where === "speaker" || where === "dateline") continue
    const top = where === "headline" || where === "standfirst"
    for (const written of text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? []) {
      const key = written.toLowerCase()
      if (
        !/^\p{L}+$/u.test(key) ||
        key.length < LENGTH.least ||
        key.length > LENGTH.most ||
        isCommon(key) ||
        isName(key)
      )
        continue
      const known = found.get(key)
      if (known) Object.assign(known, { count: known.count + 1, top: known.top || top })
      else found.set(key, { key, written, count: 1, top })
    }
  }
  return [...found.values()]
    .filter(({ count, top }) => top || count > 1)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1))
    .slice(0, MOST)
}

const weightOf = ({ key, count, top }: RareWord) => (top ? 3 : 0) + Math.min(count, 5) + key.length / 10

/** Said of everything, so of nothing; rarer ones the archive knows by itself. */
const COMMON = new Set(
  `people years wants against would could their there these those which going makes again first never always being
  mensen jaren tegen wordt worden geen waren hebben willen moeten altijd nooit opnieuw weken maanden anders alleen
  années personnes faire encore toujours jamais cette entre leurs elles avoir était veulent semaines nouvelle
  jahren immer wieder nicht werden wollen müssen gegen keine wochen weiter anders etwas neues`.split(/\s+/),
)
