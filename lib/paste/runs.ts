import type { Inline } from "../blocks/inline"
import { plainSpaces, withoutUnseen } from "./spaces"

/** How words are set at a place: what an element says of it, its children have. */
export type Look = { bold: boolean; italic: boolean; link: string | undefined; pre: boolean }

export const PLAIN: Look = { bold: false, italic: false, link: undefined, pre: false }

/** Words with their look, as they come from the source: breaks are line feeds, other white space is not yet put in order. */
export type Run = { text: string; look: Look }

/** The longest run, and the most runs, that a block takes (lib/blocks/inline.ts). */
const LONGEST = 100_000
const MOST = 5_000

/** Adds many to a list. (As arguments of `push` they would lie on the stack, which holds some ten thousand.) */
export function addTo<T>(list: T[], more: readonly T[]) {
  for (const one of more) list.push(one)
}

/** Words as they were, in paragraphs: an empty line between words parts them, white space is put in order. */
export function paragraphsOf(runs: readonly Run[]): Inline[][] {
  const found: Inline[][] = []
  let lines: Run[][] = [[]]
  const close = () => {
    const inlines = inlinesOf(lines)
    if (inlines.length) found.push(inlines)
    lines = [[]]
  }
  for (const { text, look } of runs)
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) {
        if (isBlank(lines.at(-1) ?? [])) close()
        else lines.push([])
      }
      lines.at(-1)?.push({ text: part, look })
    }
  close()
  return found
}

/** All words in one: lines stay lines, empty ones go. */
export const inlinesIn = (runs: readonly Run[]): Inline[] => joined(paragraphsOf(runs))

/** Paragraphs put together into one, each on a line of its own. */
export const joined = (paragraphs: readonly (readonly Inline[])[]): Inline[] =>
  merged(paragraphs.flatMap((one, at) => (at > 0 ? [{ text: "\n" }, ...one] : one)))

const isBlank = (line: readonly Run[]) => line.every(({ text }) => withoutUnseen(text).trim() === "")

function inlinesOf(lines: readonly Run[][]): Inline[] {
  return joined(lines.map(inOrder).filter((line) => line.length > 0))
}

/** A line with single spaces between words and none at its ends, across the borders of runs. */
function inOrder(line: readonly Run[]): Inline[] {
  const seen = line.map(({ text }) => withoutUnseen(text))
  // Whether a space was meant is told by its neighbours, which may stand in another run.
  const whole = plainSpaces(seen.join(""))
  const found: Inline[] = []
  let at = 0
  let spaced = true
  for (const [index, { look }] of line.entries()) {
    const length = seen[index]?.length ?? 0
    const words = whole.slice(at, at + length).replace(/[ \t\r\f\v]+/g, " ")
    at += length
    const said: string = spaced && words.startsWith(" ") ? words.slice(1) : words
    if (said === "") continue
    found.push(inlineOf(said, look))
    spaced = said.endsWith(" ")
  }
  for (let last = found.at(-1); last?.text.endsWith(" "); last = found.at(-1)) {
    last.text = last.text.slice(0, -1)
    if (last.text === "") found.pop()
  }
  return merged(found)
}

function inlineOf(text: string, { bold, italic, link }: Look): Inline {
  return { text, ...(bold && { bold }), ...(italic && { italic }), ...(link !== undefined && { link }) }
}

const sameLook = (one: Inline, other: Inline) =>
  one.bold === other.bold && one.italic === other.italic && one.link === other.link

/** Neighbours of one look as one, none longer and no more of them than a block takes. */
function merged(inlines: readonly Inline[]): Inline[] {
  const found: Inline[] = []
  for (const one of inlines) {
    const last = found.at(-1)
    if (last && sameLook(last, one) && last.text.length + one.text.length <= LONGEST) last.text += one.text
    else addTo(found, cut(one))
  }
  return found.length <= MOST ? found : merged([{ text: found.map(({ text }) => text).join("") }])
}

function cut(one: Inline): Inline[] {
  const parts: Inline[] = []
  for (let from = 0; from < one.text.length; ) {
    const half = /[\uD800-\uDBFF]/.test(one.text.charAt(from + LONGEST - 1)) ? 1 : 0
    parts.push({ ...one, text: one.text.slice(from, from + LONGEST - half) })
    from += LONGEST - half
  }
  return parts
}
