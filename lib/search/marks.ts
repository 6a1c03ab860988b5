/** Where a found word begins and ends in what the database hands over; no text of ours holds these (lib/text.ts). */
export const MARKS = { begin: "\u0002", end: "\u0003" } as const

/** Words in a row, some of which were looked for; `at` is how many characters stand before them. */
export type Marked = { words: string; found: boolean; at: number }[]

export function readMarks(text: string): Marked {
  const parts: Marked = []
  let at = 0
  const add = (words: string, found: boolean) => {
    if (words) parts.push({ words, found, at })
    at += words.length
  }
  for (const [index, part] of text.split(MARKS.begin).entries()) {
    const [words = "", after = ""] = index === 0 ? ["", part] : part.split(MARKS.end)
    add(words, true)
    add(after, false)
  }
  return parts
}
