import { trimmed } from "./bare"
import type { Reading, ReadLine } from "./parse"
import type { Part, Role } from "./roles"

/** A stretch of the text and what it is: the spans of a reading, put together, are the text. */
export type Span = { start: number; length: number; line: number; role: Role | "space" }

/** Every character of the text in exactly one span: the parts of the units, and space between them. */
export function spansOf(
  { text, lines }: Reading,
  units: readonly { group: { lines: readonly ReadLine[] }; parts: readonly Part[] }[],
): Span[] {
  const spans: Span[] = []
  let reached = 0
  const until = (place: number, line: number) => {
    if (place > reached) spans.push({ start: reached, length: place - reached, line, role: "space" })
    reached = Math.max(reached, place)
  }
  for (const { group, parts } of units)
    for (const [start, length, role, line] of inText(group.lines, parts)) {
      until(start, line)
      spans.push({ start, length, line, role })
      reached = start + length
    }
  until(text.length, lines.at(-1)?.line ?? 1)
  return spans
}

/** Parts are counted in the words of a unit, whose lines were put together with a space: back to places in the text. */
function* inText(lines: readonly ReadLine[], parts: readonly Part[]): Generator<[number, number, Role, number]> {
  let offset = 0
  for (const line of lines) {
    const [from, to] = trimmed(line.text)
    const end = offset + to - from
    for (const part of parts) {
      const [start, stop] = [Math.max(part.from, offset), Math.min(part.to, end)]
      if (start < stop) yield [line.start + from + start - offset, stop - start, part.role, line.line]
    }
    offset = end + 1
  }
}
