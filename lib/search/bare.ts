const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }

/** Lower case without accents, as the database's own bare() has it: "Zoë" and "zoe" are one word to whoever looks for it. */
export const bare = (written: string) =>
  written
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)

/** The words of a text, bare, in order: runs of letters and digits. */
export const bareWords = (written: string): string[] => bare(written).match(/[\p{L}\p{N}]+/gu) ?? []
