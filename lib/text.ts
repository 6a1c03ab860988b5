import { z } from "zod"

/**
 * What no text of ours holds: the control characters that XML 1.0 (section 2.2) has no room for, among them NUL, which
 * PostgreSQL refuses too, and halves of a character (lone surrogates).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is looked for
const UNKEEPABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u

const isKeepable = (value: string) => !UNKEEPABLE.test(value)

/** The same words without what cannot be kept. */
export const keepable = (value: string) => value.replace(new RegExp(UNKEEPABLE, "gu"), "")

/** Are there words to be seen? Spaces, and characters that nobody sees (zero-width, fillers, the blank of Braille), are none. */
export const isVisible = (words: string) =>
  /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cf}\u2800]/u.test(words)

/** Words of at most so many characters. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest, `At most ${longest.toLocaleString("en")} characters.`)
    .refine(isKeepable, "This holds a control character that cannot be kept. Remove it and save again.")

/** What a column must hold to hold this word, whatever its case. Prisma does not escape the wildcards of LIKE. */
export const holding = (word: string) => ({ contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" }) as const
