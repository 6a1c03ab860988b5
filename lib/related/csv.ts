/** A line of a file, by the number of the line that it begins on, with what stands in its cells. */
export type CsvRow = { line: number; cells: string[] }
type Fault = { line: number; sentence: string }

/** What a spreadsheet would take for a formula, and run; whatever number of apostrophes stands before it. */
const RUNS = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

/** Lines of cells as RFC 4180 has them, with a mark of UTF-8 in front for spreadsheets. What one would run has an apostrophe before it. */
export const writeCsv = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("")

export const BOM = "\ufeff"

function writeCell(value: string): string {
  const safe = RUNS.test(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const readCell = (cell: string) => (GUARDED.test(cell) ? cell.slice(1) : cell)

/**
 * The lines of a file of RFC 4180: with a comma or a semicolon between cells, whichever its first line has more of; line breaks within quotes
 * belong to the cell. Empty lines are left out. A line that breaks the rules is a fault, and the others are read on.
 */
export function readCsv(text: string): { rows: CsvRow[]; faults: Fault[] } {
  const source = text.startsWith(BOM) ? text.slice(1) : text
  const between = separatorOf(source)
  const read: { rows: CsvRow[]; faults: Fault[] } = { rows: [], faults: [] }
  const breaks = /\r\n|\r|\n/g
  for (let at = 0, line = 1; at < source.length; ) {
    const row = readRow(source, at, between)
    const taken = source.slice(at, row.end).match(breaks)?.length ?? 0
    if (row.fault) read.faults.push({ line, sentence: `${row.fault}${taken > 1 ? unread(line + taken - 1) : ""}` })
    else if (row.cells.some((cell) => cell.trim())) read.rows.push({ line, cells: row.cells.map(readCell) })
    line += taken
    at = row.end
  }
  return read
}

const unread = (last: number) => ` Nothing of it up to line ${last} was read.`

/** Whichever its first line has more of, outside of quotes. */
function separatorOf(source: string): string {
  const count = { ",": 0, ";": 0 }
  for (let at = 0, within = false; at < source.length; at++) {
    const mark = source[at]
    if (mark === '"') within = !within
    else if (!within && (mark === "\n" || mark === "\r")) break
    else if (!within && (mark === "," || mark === ";")) count[mark]++
  }
  return count[";"] > count[","] ? ";" : ","
}

type Row = { cells: string[]; end: number; fault?: string }

/** One line from here on. @returns where the next one begins */
function readRow(source: string, from: number, between: string): Row {
  const cells: string[] = []
  for (let at = from; ; ) {
    const cell = source[at] === '"' ? quoted(source, at) : bare(source, at, between)
    if (cell.fault !== undefined) return { cells, end: pastBreak(source, cell.end), fault: cell.fault }
    cells.push(cell.value)
    if (source[cell.end] !== between) return { cells, end: past(source, cell.end) }
    at = cell.end + 1
  }
}

type Cell = { value: string; end: number; fault?: string }

function bare(source: string, at: number, between: string): Cell {
  let end = at
  while (end < source.length && source[end] !== between && source[end] !== "\r" && source[end] !== "\n") end++
  const value = source.slice(at, end)
  const fault =
    "A quotation mark stands within a cell that does not begin with one. Put the whole cell in quotation marks."
  return value.includes('"') ? { value, end, fault } : { value, end }
}

function quoted(source: string, at: number): Cell {
  for (let end = source.indexOf('"', at + 1); end !== -1; end = source.indexOf('"', end + 2)) {
    if (source[end + 1] === '"') continue
    const value = source.slice(at + 1, end).replaceAll('""', '"')
    const next = source[end + 1]
    if (next === undefined || /[,;\r\n]/.test(next)) return { value, end: end + 1 }
    return {
      value,
      end: end + 1,
      fault: "Something stands behind the quotation mark that ends a cell. Write it twice within a cell.",
    }
  }
  return {
    value: "",
    end: source.length,
    fault: "A quotation mark is opened and not closed: what follows cannot be told apart.",
  }
}

/** Behind the line break that stands here, if any. */
const past = (source: string, at: number) => at + (source.startsWith("\r\n", at) ? 2 : at < source.length ? 1 : 0)

/** Behind the next line break. */
function pastBreak(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== "\r" && source[at] !== "\n") at++
  return past(source, at)
}
