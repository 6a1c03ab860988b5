import type { StoryText } from "../story/story"
import { around, type Place, passagesOf } from "./passages"
import { ENDINGS, NO_MISTAKE } from "./wording"

type Used = { word: string; times: number; at: Place["at"]; passage: string; from: number }

/** A word that the story spells in another way elsewhere: a letter is missing or there twice, or a name has another letter in it. */
export function spelledTwoWays(text: StoryText): Place[] {
  const used = wordsOf(text)
  // A first letter is seldom wrong, and a long story has many words.
  const often = new Map<string, string[]>()
  for (const { word, times } of used.values())
    if (times > 1) often.set(word.charAt(0), [...(often.get(word.charAt(0)) ?? []), word])
  return [...used.values()].flatMap(({ word, times, at, passage, from }) => {
    const other = times === 1 && often.get(word.charAt(0))?.some((one) => isMistake(word, one))
    return other ? [{ at, passage: around(passage, from, word.length) }] : []
  })
}

/** Words without a capital, which names have, and of a length at which a mistake is known from another word. */
export const wordsToLookUp = (text: StoryText): string[] =>
  [...wordsOf(text).keys()].filter((word) => /^\p{Ll}+$/u.test(word)).slice(0, MOST_WORDS)

/** So many different words has a text of some 10,000; what is behind them is not looked up. */
const MOST_WORDS = 2_500

/** The nearest of these that it may be a mistake of. */
export const mistakeOf = (word: string, known: readonly string[]): string | undefined =>
  known.find((one) => isMistake(word, one))

/** Words that the paper does not have, each with the one that it has. */
export function unusedWords(text: StoryText, unused: Readonly<Record<string, string>>): Place[] {
  if (Object.keys(unused).length === 0) return []
  return [...wordsOf(text).values()].flatMap(({ word, at, passage, from }) => {
    const instead = Object.hasOwn(unused, word) ? unused[word] : undefined
    return instead ? [{ at, passage: around(passage, from, word.length), instead }] : []
  })
}

function wordsOf(text: StoryText): Map<string, Used> {
  const used = new Map<string, Used>()
  for (const { at, passage } of passagesOf(text))
    for (const { 0: word, index: from } of passage.matchAll(/\p{L}{5,}/gu)) {
      const known = used.get(word)
      if (known) known.times++
      else used.set(word, { word, times: 1, at, passage, from })
    }
  return used
}

const isName = (word: string) => /^\p{Lu}\p{Ll}/u.test(word)

function isMistake(word: string, other: string): boolean {
  if (
    Math.abs(word.length - other.length) > 1 ||
    word.toLowerCase() === other.toLowerCase() ||
    NO_MISTAKE.has([word, other].sort().join(" "))
  )
    return false
  if (isForm(word, other)) return false
  const [short, long] = word.length < other.length ? [word, other] : [other, word]
  if (long.length - short.length === 1) return lacksOne(short, long)
  if (word.length !== other.length || word.length < 6) return false
  const wrong = [...word].flatMap((letter, at) => (letter === other[at] ? [] : [at]))
  const [first = 0, second = 0] = wrong
  // Two letters changed places; or in a name one is another, within it.
  if (wrong.length === 2) return second === first + 1 && word[first] === other[second] && word[second] === other[first]
  return wrong.length === 1 && isName(word) && isName(other) && first > 0 && first < word.length - 2
}

/** Is the one the other with a letter less, within it? */
function lacksOne(short: string, long: string): boolean {
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return at > 0 && at < short.length && short.slice(at) === long.slice(at + 1)
}

/** Is the one another form of the other: a plural, a genitive? */
function isForm(word: string, other: string): boolean {
  let same = 0
  while (same < Math.min(word.length, other.length) && word[same] === other[same]) same++
  return [word.slice(same), other.slice(same)].every((rest) => rest === "" || ENDINGS.test(rest))
}
