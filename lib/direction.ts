/** Hebrew, Arabic, Syriac, Thaana, N'Ko and what else is written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** The value of `dir` for words that may be in a script of the other direction; nothing where none of them is. */
export const directionOf = (words: string) => (RIGHT_TO_LEFT.test(words) ? ("auto" as const) : undefined)
