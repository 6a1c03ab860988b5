/** Characters without ink: controls, soft hyphens, zero-width marks. They stay accounted for, out of the way of recognition. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const NO_INK = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/
const SPACE = /[\s\u0085]/

const EVERY_NO_INK = new RegExp(NO_INK, "g")
const EVERY_CONTROL = new RegExp(CONTROL, "g")
const EVERY_SPACE = new RegExp(`${SPACE.source}+`, "g")

/** The text as rules see it: no ink-less characters, every run of spaces (NBSP and tabs too) one space, none at the ends. */
export const bare = (text: string) => text.replace(EVERY_NO_INK, "").replace(EVERY_SPACE, " ").trim()

/** As `bare`, and without capitals and accents: for comparing with words of the trade. */
export const fold = (text: string) =>
  bare(text)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")

/** Where in the text the character stands that is number `index` of its bare form. */
export function positionIn(text: string, index: number): number {
  let seen = 0
  let gap = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (NO_INK.test(character)) continue
    if (SPACE.test(character)) {
      gap = seen > 0
      continue
    }
    if (gap && seen++ === index) return at
    gap = false
    if (seen++ === index) return at
  }
  return text.length
}

/** The stretch [from, to) without the spaces and controls at its ends. */
export function trimmed(text: string, from = 0, to = text.length): [from: number, to: number] {
  let start = from
  let end = to
  while (start < end && isGap(text.charAt(start))) start++
  while (end > start && isGap(text.charAt(end - 1))) end--
  return [start, end]
}

const isGap = (character: string) => SPACE.test(character) || CONTROL.test(character)

/** Control characters carry no word, and no page may hold them (HTML, "control-character-reference"): they stay out of drafts. */
export const withoutControls = (text: string) => text.replace(EVERY_CONTROL, "")
