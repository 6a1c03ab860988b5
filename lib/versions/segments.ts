import { diffArrays } from "diff"

/** A stretch of text that both have, or that only one of them has. */
export type Segment = { kind: "same" | "removed" | "added"; text: string }

/** Words, the white space between them, and every other sign by itself. */
const PIECES = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu

/** So many words that came and went are looked at one by one. */
const MOST_EDITS = 1_000
/** Where less than this part of the words stayed, it is another text, and is easier to read as one. */
const LEAST_SHARED = 0.25

/** What changed between two texts, by words: the removed and same ones make the older, the added and same ones the newer. */
export function segmentsOf(before: string, after: string): Segment[] {
  if (before === after) return before ? [{ kind: "same", text: before }] : []
  const changes = diffArrays(before.match(PIECES) ?? [], after.match(PIECES) ?? [], { maxEditLength: MOST_EDITS })
  const segments = (changes ?? []).map(({ value, added, removed }): Segment => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value.join("") }
  })
  if (!segments.length || sharedPart(segments) < LEAST_SHARED) return replaced(before, after)
  const whole = withoutCrumbs(segments)
  return areCrumbs(whole) ? replaced(before, after) : whole
}

/** Where what stayed are single words here and there, nobody can read what changed between them. */
function areCrumbs(segments: readonly Segment[]) {
  const same = segments.filter(({ kind }) => kind === "same")
  const words = same.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  return same.length > 5 && words < 2 * same.length
}

const replaced = (before: string, after: string): Segment[] =>
  [
    { kind: "removed" as const, text: before },
    { kind: "added" as const, text: after },
  ].filter(({ text }) => text)

function sharedPart(segments: readonly Segment[]) {
  const letters = (kind: Segment["kind"]) =>
    segments.reduce((sum, one) => sum + (one.kind === kind ? one.text.replace(/\s/g, "").length : 0), 0)
  const most = Math.max(letters("removed"), letters("added")) + letters("same")
  return most === 0 ? 1 : letters("same") / most
}

/** Two changes with nothing but white space between them are one. */
function withoutCrumbs(segments: readonly Segment[]): Segment[] {
  const done: Segment[] = []
  let [removed, added] = ["", ""]
  const flush = () => {
    done.push(...replaced(removed, added))
    removed = added = ""
  }
  segments.forEach(({ kind, text }, at) => {
    if (kind === "removed") removed += text
    else if (kind === "added") added += text
    else if ((removed || added) && /^\s+$/.test(text) && at < segments.length - 1) {
      removed += text
      added += text
    } else {
      flush()
      done.push({ kind, text })
    }
  })
  flush()
  return done
}
