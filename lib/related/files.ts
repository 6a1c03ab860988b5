import { z } from "zod"
import { webAddress } from "../address"
import type { RelatedItem } from "../story/story"
import { keepable, text } from "../text"
import { BOM, type CsvRow, readCsv, writeCsv } from "./csv"

/** What a file says of an item, in its order. `headlineForReaders` stands in place of it; `targetHeadline` and `source` are an outside link's own. */
const COLUMNS = [
  ...(["story", "address", "storyHeadline", "place", "kind", "target", "targetHeadline", "source"] as const),
  ...(["reason", "headlineForReaders", "from", "until", "pinned", "hidden"] as const),
] as const
type Column = (typeof COLUMNS)[number]
const NEEDED = ["story", "kind", "target"] as const

/** An outside link's own words. */
export type Page = { url: string; headline: string; source: string }

/** An item of a story's list, with what a file tells around it. */
export type ItemOut = {
  story: { id: string; address: string; headline: string }
  place: number
  item: RelatedItem
  /** of a link what it leads to; of a story its headline */
  target: Page | { headline: string }
}

/** What a file says of an item beside what it is: null where it says that there is nothing. What it does not speak of stays as it is. */
const manner = z.strictObject({
  reason: z.string().nullish(),
  headlineForReaders: z.string().nullish(),
  from: z.string().nullish(),
  until: z.string().nullish(),
  pinned: z.literal(true).nullish(),
  hidden: z.literal(true).nullish(),
})

/** So many characters a cell may have. How many its words may have is told when it is taken in. */
const LONGEST_CELL = 5_000

// How long it may be is told of the line, and not of all that it came with.
const words = text(LONGEST_CELL)

/** A line of a file that was understood. The number is its line's, or in JSON its place in the list. */
export const fileLine = z.strictObject({
  line: z.int().positive(),
  story: z.uuid(),
  place: z.int().positive().nullable(),
  target: z.union([
    z.strictObject({ story: z.uuid() }),
    z.strictObject({ page: z.strictObject({ url: words, headline: words, source: words }) }),
  ]),
  manner,
})
export type FileLine = z.infer<typeof fileLine>

/** A line that cannot be taken, and why. `story`: whose list it would be in, where that is known. */
export type BadLine = { line: number; story: string | null; sentence: string }

export type FileRead = { lines: FileLine[]; bad: BadLine[] }

type Said = Record<Column, string>

/** So many lines are read of a file. */
const MOST_LINES = 100_000

function saidOf({ story, place, item, target }: ItemOut): Said {
  const page = "url" in target ? target : null
  return {
    ...{ story: story.id, address: story.address, storyHeadline: story.headline, place: String(place) },
    ...{ kind: "story" in item ? "story" : "link", target: "story" in item ? item.story : (page?.url ?? "") },
    ...{ targetHeadline: target.headline, source: page?.source ?? "", reason: item.reason ?? "" },
    ...{ headlineForReaders: item.headlineForReaders ?? "", from: item.from ?? "", until: item.until ?? "" },
    ...{ pinned: item.pinned ? "yes" : "", hidden: item.hidden ? "yes" : "" },
  }
}

export const csvHead = () => BOM + writeCsv([COLUMNS])

export const csvOf = (items: readonly ItemOut[]) =>
  writeCsv(items.map((item) => COLUMNS.map((column) => saidOf(item)[column])))

/** One item as JSON, in a line. */
export function jsonOf(item: ItemOut): string {
  const { pinned, hidden } = item.item
  return JSON.stringify({ ...saidOf(item), place: item.place, pinned: pinned === true, hidden: hidden === true })
}

/** What a file says, line by line. It is JSON where it begins with a bracket. */
export function readFile(text: string): FileRead {
  return /^\ufeff?\s*[[{]/.test(text) ? readJson(text.replace(/^\ufeff/, "")) : readTable(text)
}

const refuse = (sentence: string, line = 1): FileRead => ({ lines: [], bad: [{ line, story: null, sentence }] })
const NOT_READ = `This file has more than ${MOST_LINES.toLocaleString("en")} lines. Split it.`

function readTable(text: string): FileRead {
  const { rows, faults } = readCsv(text)
  const [head, ...rest] = rows
  if (!head) return refuse("There is nothing in this file.")
  if (rest.length > MOST_LINES) return refuse(NOT_READ)
  const columns = head.cells.map(columnOf)
  const missing = NEEDED.filter((column) => !columns.includes(column))
  if (missing.length)
    return refuse(`The first line names the columns, and it lacks ${missing.join(", ")}. Download a file to see them.`)
  const read = gather(rest.map((row) => ({ line: row.line, said: saidIn(row, columns) })))
  return { ...read, bad: [...read.bad, ...faults.map((fault) => ({ ...fault, story: null }))].sort(byLine) }
}

const byLine = (one: { line: number }, other: { line: number }) => one.line - other.line

/** "Story headline", "story_headline" and "storyHeadline" are one. */
const columnOf = (name: string) =>
  COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase().replace(/[\s_-]/g, ""))

function saidIn({ cells }: CsvRow, columns: readonly (Column | undefined)[]): Partial<Said> {
  return Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, (cells[at] ?? "").trim()]] : [])))
}

const jsonLine = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

function readJson(text: string): FileRead {
  const list = z.array(z.unknown()).safeParse(parsed(text))
  if (!list.success) return refuse("This is no JSON that was downloaded here: it has to be a list of items.")
  if (list.data.length > MOST_LINES) return refuse(NOT_READ)
  const each = list.data.map((value, index) => ({ line: index + 1, value: jsonLine.safeParse(value).data }))
  const read = gather(each.flatMap(({ line, value }) => (value ? [{ line, said: saidInJson(value) }] : [])))
  const odd = each
    .filter(({ value }) => !value)
    .map(({ line }) => ({ line, story: null, sentence: "This is not an item." }))
  return { ...read, bad: [...read.bad, ...odd].sort(byLine) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function saidInJson(value: z.infer<typeof jsonLine>): Partial<Said> {
  const words = (one: unknown) => (one === true ? "yes" : one === false || one === null ? "" : String(one).trim())
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (columnOf(name) ? [[columnOf(name), words(one)]] : [])),
  )
}

function gather(given: readonly { line: number; said: Partial<Said> }[]): FileRead {
  const read: FileRead = { lines: [], bad: [] }
  for (const { line, said } of given) {
    const story = z.uuid().safeParse(said.story?.toLowerCase()).data ?? null
    const sentence = faultIn(said)
    if (sentence || !story) read.bad.push({ line, story, sentence: sentence ?? NO_STORY })
    else read.lines.push({ line, story, ...understood(said) })
  }
  return read
}

const NO_STORY = "The column “story” holds no id of a story."
const YES = ["yes", "true", "1", "x"]
const NO = ["", "no", "false", "0"]
const WHEN = z.iso.datetime()

/** The columns of which words are taken in. */
const SENT = ["target", "targetHeadline", "source", "reason", "headlineForReaders", "from", "until"] as const

/** What is wrong with a line, in a sentence; the first of it. */
function faultIn(said: Partial<Said>): string | null {
  if (!z.uuid().safeParse(said.story?.toLowerCase()).success) return NO_STORY
  if (Object.values(said).some((value) => keepable(value) !== value))
    return "This line holds a control character that cannot be kept. Remove it."
  for (const name of SENT)
    if ((said[name]?.length ?? 0) > LONGEST_CELL)
      return `“${name}” holds ${said[name]?.length.toLocaleString("en")} characters, and a cell may have ${LONGEST_CELL.toLocaleString("en")}. Shorten it.`
  if (said.place && !/^[1-9]\d{0,3}$/.test(said.place)) return "“place” is a whole number from 1 on, or empty."
  return faultInTarget(said) ?? faultInTimes(said) ?? faultInMarks(said)
}

function faultInTarget({ kind: written = "", target = "", targetHeadline }: Partial<Said>): string | null {
  const kind = written.toLowerCase()
  if (kind === "story")
    return z.uuid().safeParse(target.toLowerCase()).success ? null : "“target” is to be the id of a story here."
  if (kind !== "link") return "“kind” is “story” or “link”."
  const [odd] = webAddress.safeParse(target).error?.issues ?? []
  if (odd) return `“target”: ${odd.message}`
  return targetHeadline ? null : "An outside link needs a “targetHeadline”: readers see it as the link."
}

function faultInTimes({ from, until }: Partial<Said>): string | null {
  for (const [name, value] of Object.entries({ from, until }))
    if (value && !WHEN.safeParse(value).success)
      return `“${name}” is no time: write it in UTC, as 2026-12-24T09:00:00Z, or leave it empty.`
  return from && until && Date.parse(from) >= Date.parse(until)
    ? "It ends before it begins: choose a later “until”."
    : null
}

function faultInMarks({ pinned = "", hidden = "" }: Partial<Said>): string | null {
  for (const [name, value] of Object.entries({ pinned, hidden }))
    if (![...YES, ...NO].includes(value.toLowerCase())) return `“${name}” is “yes”, or empty.`
  return null
}

/** Of a line without a fault. */
function understood(said: Partial<Said>): Omit<FileLine, "line" | "story"> {
  const { target = "", targetHeadline: headline = "", source = "" } = said
  const words = (value: string | undefined) => (value === undefined ? undefined : value || null)
  const mark = (value: string | undefined) =>
    value === undefined ? undefined : YES.includes(value.toLowerCase()) ? (true as const) : null
  return {
    place: said.place ? Number(said.place) : null,
    target:
      said.kind?.toLowerCase() === "story"
        ? { story: target.toLowerCase() }
        : { page: { url: target, headline, source } },
    manner: {
      ...{ reason: words(said.reason), headlineForReaders: words(said.headlineForReaders), from: words(said.from) },
      ...{ until: words(said.until), pinned: mark(said.pinned), hidden: mark(said.hidden) },
    },
  }
}
