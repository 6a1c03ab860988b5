import { useState } from "react"
import type { RelatedLine } from "./doors"
import { keyOf } from "./related-row"

/** All lines that were known so far, in their newest words. The same lines once more are the same list. */
export function andBefore(before: readonly RelatedLine[], now: readonly RelatedLine[]): readonly RelatedLine[] {
  const all = new Map([...before, ...now].map((line) => [keyOf(line), line]))
  return all.size === before.length && before.every((line) => all.get(keyOf(line)) === line)
    ? before
    : [...all.values()]
}

/**
 * What the server says of a story's items is what its own list holds. Somebody whose list holds others, because two changed it at once, knows
 * still what those are.
 */
export function useEverKnown(lines: readonly RelatedLine[]): readonly RelatedLine[] {
  const [known, setKnown] = useState({ last: lines, all: lines })
  if (known.last === lines) return known.all
  const next = { last: lines, all: andBefore(known.all, lines) }
  setKnown(next)
  return next.all
}
