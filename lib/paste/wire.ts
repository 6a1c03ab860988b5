import type { Block } from "../blocks/blocks"
import type { Byline, RelatedItem } from "../story/story"
import { type RelatedText, withUnlinked } from "../wire/draft"
import { parse, type Reading, type ReadLine } from "../wire/parse"
import { redraft } from "../wire/redraft"
import type { Choices, TakenFor } from "../wire/taken-for"

/** What a wire can fill beside the body. */
export type Fields = {
  headline: string
  standfirst: string
  kicker: string
  dateline: string
  byline: Byline
  related: RelatedItem[]
}

export type WireFound = {
  fields: Partial<Fields>
  body: Block[]
  /** what it calls related, with the number of its line */
  related: RelatedText[]
  /** how many lines stay as paragraphs that say nothing to readers: headers, sign-offs, a marker with nothing under it */
  aside: number
  /** what an editor should know, in sentences */
  notes: string[]
}

/** What is left out of a draft, for an importer shows it beside: what is pasted stays. */
const KEPT: Partial<Record<TakenFor, TakenFor>> = {
  header: "paragraph",
  "sign-off": "paragraph",
  "left out": "paragraph",
  "paragraph and sign-off": "paragraph",
}

/** What stands in a field stays: its line in the wire becomes a block. */
const AS_BLOCK: Partial<Record<TakenFor, [keyof Fields, TakenFor]>> = {
  headline: ["headline", "crosshead"],
  standfirst: ["standfirst", "paragraph"],
  kicker: ["kicker", "paragraph"],
  dateline: ["dateline", "paragraph"],
  byline: ["byline", "paragraph"],
}

/**
 * A wire as a structured story, with the fields that are free to fill; no word of it is left out. What it calls related is told apart, as
 * by the import; `linked` are the lines of those that something was found for, the others stay in the text. Left out: all may be. Pure.
 */
export function wireOf(text: string, free: ReadonlySet<keyof Fields>, linked?: ReadonlySet<number>): WireFound {
  const reading = parse(text)
  const stays = (line: number) => linked?.has(line) === false
  const choices = choicesFor(reading, free, stays)
  const { draft } = redraft(reading, choices)
  const { headline, standfirst, kicker, dateline, byline } = draft
  const filled = Object.entries({ headline, standfirst, kicker, dateline, byline }).filter(([, value]) => value.length)
  const body = withUnlinked(
    draft,
    draft.related.filter(({ line }) => stays(line)),
  )
  return {
    fields: Object.fromEntries(filled),
    body: body.map((block, at) => ({ ...block, id: `pasted-${at}` })),
    related: draft.related.filter(({ line }) => !stays(line)),
    aside: reading.lines.filter(({ line, takenFor }) => choices[line] === "paragraph" && isAside(takenFor)).length,
    notes: free.has("headline") ? draft.notes : draft.notes.filter((note) => !note.startsWith("No headline")),
  }
}

const isAside = (takenFor: TakenFor) =>
  takenFor === "header" || takenFor === "sign-off" || takenFor === "left out" || takenFor === "related marker"

type Stays = (line: number) => boolean

function choicesFor(reading: Reading, free: ReadonlySet<keyof Fields>, stays: Stays): Choices {
  const choices: Record<number, TakenFor> = {}
  for (const { line, takenFor } of reading.lines) {
    const kept = KEPT[takenFor]
    const [field, block] = AS_BLOCK[takenFor] ?? []
    if (kept) choices[line] = kept
    else if (field && block && !free.has(field)) choices[line] = block
  }
  const { draft, spans } = redraft(reading, choices)
  // An item that says by itself that it is related stays as it was, where nothing was found for it.
  for (const { line, role, start, length } of spans) {
    const mark = role === "mark" && /\p{L}/u.test(reading.text.slice(start, start + length))
    if (mark && stays(line) && reading.lines[line - 1]?.takenFor === "related item") choices[line] = "paragraph"
  }
  const listed = (line: number) => stays(line) && choices[line] === undefined
  const under = itemsUnder(reading.lines, new Set(draft.related.map(({ line }) => line)))
  const heads = under.find(({ items }) => items.some(listed))?.marker
  for (const { marker, items } of under) {
    // A marker heads the list of those that stay; of those that are linked, the panel says it; with nothing under it, it is words.
    if (marker === heads) continue
    choices[marker] = items.length && !items.some(stays) ? "left out" : "paragraph"
  }
  return choices
}

/** Each marker of related news, with the lines of the items that it announces; an address belongs to the item above it. */
function itemsUnder(lines: readonly ReadLine[], own: ReadonlySet<number>): { marker: number; items: number[] }[] {
  const found: { marker: number; items: number[] }[] = []
  for (const { line, takenFor } of lines) {
    if (takenFor === "related marker") found.push({ marker: line, items: [] })
    else if (own.has(line)) found.at(-1)?.items.push(line)
  }
  return found
}
