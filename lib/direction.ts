/** Hebrew, Arabic, Syriac, Thaana, N'Ko and what else is written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** The value of `dir` for words that may be in a script of the other direction; nothing where none of them is. */
export const directionOf = (words: string) => (RIGHT_TO_LEFT.test(words) ? ("auto" as const) : undefined)

/** Right-to-left words, and the characters that turn the direction of what follows them. */
const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Words of somebody's within a sentence of ours, so that they do not turn round what stands beside them (Unicode Annex 9: FSI and PDI). */
export const isolated = (words: string) => {
  if (!TURNS.test(words)) return words
  // One of theirs would end ours.
  return `\u2068${words.replace(/[\u2066-\u2069]/g, "")}\u2069`
}
