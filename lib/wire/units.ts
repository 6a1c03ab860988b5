import { bare, trimmed } from "./bare"
import { bulletOf } from "./bullet"
import type { Line } from "./lines"

/** What stands together: a line, or the lines of one paragraph where a text was broken at a fixed width. */
export type Unit = {
  index: number
  lines: Line[]
  /** the words as they are, lines put together with a space */
  words: string
  /** the words as rules see them */
  bare: string
  blankBefore: boolean
  blankAfter: boolean
}

/** How wide the text's lines are, if it was broken at a fixed width; 0 if every paragraph is one line. */
type Width = number

/** Puts lines together into units. Blank lines belong to none. */
export function unitsOf(text: string, lines: readonly Line[]): { units: Unit[]; width: Width } {
  const bares = lines.map((line) => bare(text.slice(line.start, line.end)))
  const width = widthOf(bares)
  const groups: { lines: Line[]; bares: string[]; blankBefore: boolean }[] = []
  lines.forEach((line, at) => {
    const here = bares[at] ?? ""
    const above = bares[at - 1] ?? ""
    if (here === "") return
    const open = groups.at(-1)
    if (open && width > 0 && above !== "" && goesOn(above, here, width) && !isIndented(text, line)) {
      open.lines.push(line)
      open.bares.push(here)
    } else groups.push({ lines: [line], bares: [here], blankBefore: above === "" })
  })
  const units = groups.map((group, index) => ({
    index,
    lines: group.lines,
    words: wordsOfLines(text, group.lines),
    bare: group.bares.join(" "),
    blankBefore: group.blankBefore,
    blankAfter: groups[index + 1]?.blankBefore ?? true,
  }))
  return { units, width }
}

/** The words of lines, put together with a space. */
export const wordsOfLines = (text: string, lines: readonly Line[]) =>
  lines.map((line) => text.slice(...trimmed(text, line.start, line.end))).join(" ")

/** A text was broken at a fixed width when most of its lines are full: the next word would not have fitted. */
function widthOf(bares: readonly string[]): Width {
  const width = bares.reduce((most, line) => Math.max(most, line.includes("://") ? 0 : line.length), 0)
  if (width < 40 || width > 100) return 0
  let pairs = 0
  let full = 0
  bares.forEach((line, at) => {
    const next = bares[at + 1]
    if (!line || !next) return
    pairs++
    if (isFull(line, next, width)) full++
  })
  return full >= 3 && full * 2 >= pairs ? width : 0
}

const isFull = (line: string, next: string, width: Width) => line.length + 1 + next.search(/ |$/) > width - 3

const goesOn = (above: string, here: string, width: Width) => isFull(above, here, width) && !bulletOf(here)

const isIndented = (text: string, line: Line) => /^(?: {2,}|\t|\u3000)/.test(text.slice(line.start, line.start + 2))
