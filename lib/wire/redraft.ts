import { bare, fold, trimmed, withoutControls } from "./bare"
import { bulletOf } from "./bullet"
import { type Draft, emptyDraft, withinLimit } from "./draft"
import type { Reading, ReadLine } from "./parse"
import { type Form, partsOf } from "./parts"
import { type Placed, place } from "./place"
import type { Part } from "./roles"
import { type Span, spansOf } from "./spans"
import type { Choices, TakenFor } from "./taken-for"

/** Lines that become one thing: the first says which, the others go on from it. */
type Group = { takenFor: TakenFor; lines: ReadLine[] }

/**
 * The draft that a wire makes, with what an editor chose for some of its lines; and the spans of the text, in order
 * and without a gap, with what became of each. Pure.
 */
export function redraft(reading: Reading, choices: Choices = {}): { draft: Draft; spans: Span[] } {
  const draft = emptyDraft()
  const parts: { group: Group; parts: Part[] }[] = []
  for (const group of groupsOf(reading.lines, choices)) {
    const words = wordsOf(group)
    if (group.takenFor === "header" && /embargo|sperrfrist/.test(fold(words)))
      draft.notes.push(
        `The wire speaks of an embargo: “${words.slice(0, 100)}”. Nothing is scheduled by it: do that on the story's screen.`,
      )
    const placed = placeOrKeep(draft, group, words)
    parts.push({ group, parts: placed })
  }
  while (draft.body.at(-1)?.kind === "divider") draft.body.pop()
  if (draft.body.length > 5_000)
    draft.notes.push(
      "The wire has more lines than a story has room for blocks: those at the end stand together in paragraphs.",
    )
  if (draft.headline === "") draft.notes.push("No headline was found: write one.")
  return { draft: { ...draft, body: withinLimit(draft.body) }, spans: spansOf(reading, parts) }
}

function groupsOf(lines: readonly ReadLine[], choices: Choices): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const takenFor = chosenFor(line, choices)
    if (takenFor === "blank") continue
    const open = groups.at(-1)
    if (takenFor === "continuation" && open) open.lines.push(line)
    else groups.push({ takenFor: takenFor === "continuation" ? "paragraph" : takenFor, lines: [line] })
  }
  return groups
}

/** A line with words is never "blank", whatever was asked: leaving it out is a choice of its own. */
export function chosenFor(line: ReadLine, choices: Choices): TakenFor {
  if (line.takenFor === "blank") return "blank"
  const chosen = choices[line.line] ?? line.takenFor
  return chosen === "blank" ? "left out" : chosen
}

export const wordsOf = ({ lines }: { lines: readonly ReadLine[] }) =>
  lines.map(({ text }) => text.slice(...trimmed(text))).join(" ")

/** What does not fit where it was to go stays as a paragraph. */
function placeOrKeep(draft: Draft, group: Group, words: string): Part[] {
  const form = formOf(draft, group.takenFor, words)
  const parts = partsOf(form, words)
  const placed = { line: group.lines[0]?.line ?? 0, parts: parts.map((part) => said(part, words)) }
  if (place[form](draft, placed)) return parts
  const whole = partsOf("paragraph", words)
  draft.notes.push(`Line ${placed.line} does not fit as ${group.takenFor}: it stays as a paragraph.`)
  place.paragraph(draft, { ...placed, parts: whole.map((part) => said(part, words)) })
  return whole
}

const said = (part: Part, words: string): Placed["parts"][number] => ({
  role: part.role,
  text: withoutControls(words.slice(part.from, part.to)),
})

/** A numbered item whose number is not the next keeps its number, as words of a list without numbers. */
function formOf(draft: Draft, takenFor: TakenFor, words: string): Form {
  if (takenFor !== "list item") return takenFor
  const number = bulletOf(bare(words))?.number ?? null
  if (number === null) return "list item"
  const last = draft.body.at(-1)
  const next = last?.kind === "list" && last.ordered ? last.items.length + 1 : 1
  return number === next ? "numbered item" : "list item"
}
