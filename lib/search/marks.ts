/** Where a found word begins and ends in what the database hands over; no text of ours holds these (lib/text.ts). */
export const MARKS = { begin: "\u0002", end: "\u0003" } as const

/** Words in a row, some of which were looked for. */
export type Marked = { words: string; found: boolean }[]

export function readMarks(text: string): Marked {
  return text
    .split(MARKS.begin)
    .flatMap((part, at) => {
      const [words = "", after = ""] = at === 0 ? ["", part] : part.split(MARKS.end)
      return [
        { words, found: true },
        { words: after, found: false },
      ]
    })
    .filter(({ words }) => words !== "")
}
