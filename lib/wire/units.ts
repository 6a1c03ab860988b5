import { bare, fold } from "./bare"
import { bulletOf } from "./bullet"
import { type Credit, creditIn } from "./credit"
import type { Line } from "./lines"
import { labelOf } from "./wording"

/** What stands together: a line, or the lines of one paragraph where a text was broken at a fixed width. */
export type Unit = {
  index: number
  lines: Line[]
  /** the words as rules see them, lines put together with a space */
  bare: string
  /** the same without capitals and accents; empty for a unit that is too long for a marker or a label */
  folded: string
  /** what stands before its first colon, folded */
  label: string
  /** the credit with which it ends */
  credit: Credit | null
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
  const units = groups.map(({ lines, bares, blankBefore }, index): Unit => {
    const bare = bares.join(" ")
    const short = bare.length <= SHORT
    const around = { blankBefore, blankAfter: groups[index + 1]?.blankBefore ?? true }
    const seen = { folded: short ? fold(bare) : "", label: short ? labelOf(bare)[0] : "", credit: creditOf(bare) }
    return { index, lines, bare, ...seen, ...around }
  })
  return { units, width }
}

/** Longer than this no marker, label or caption is. */
const SHORT = 400
const CAPTION = 800

const creditOf = (bare: string) => (bare.length <= CAPTION ? creditIn(bare) : null)

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
    if (isFull(line, next, width) && !/[.!?:]["”»)]?$/.test(line)) full++
  })
  return full >= 3 && full * 2 >= pairs ? width : 0
}

const isFull = (line: string, next: string, width: Width) => line.length + 1 + next.search(/ |$/) > width - 3

const goesOn = (above: string, here: string, width: Width) => isFull(above, here, width) && !bulletOf(here)

const isIndented = (text: string, line: Line) => /^(?: {2,}|\t|\u3000)/.test(text.slice(line.start, line.start + 2))
