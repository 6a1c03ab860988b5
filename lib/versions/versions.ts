import type { Surroundings } from "../story/surroundings"
import type { VersionText } from "./difference"

/** A public version, as the history of its story lists it. */
export type VersionLine = {
  number: number
  /** the act that brought it: publish, update, minor or correct */
  kind: string
  /** a correction's words */
  note: string
  clarifies: boolean
  at: Date
}

export const versionAddress = (address: string, number: number) => `${address}/v/${number}`
export const historyAddress = (address: string, from?: number, to?: number) =>
  `${address}/history${from && to ? `?from=${from}&to=${to}` : ""}`

/** Which two versions of these to compare: those asked for, the older first, or else the newest with the one before it. Null where there are no two. */
export function comparedOf(versions: readonly VersionLine[], from: string, to: string): [number, number] | null {
  const numbers = versions.map(({ number }) => number).sort((a, b) => b - a)
  const asked = [Number(from), Number(to)].sort((a, b) => a - b)
  const [one = 0, two = 0] = asked
  if (one !== two && numbers.includes(one) && numbers.includes(two)) return [one, two]
  return numbers[0] && numbers[1] ? [numbers[1], numbers[0]] : null
}

/** How a version came, in a word. */
export function wordOfVersion({ kind, clarifies }: Pick<VersionLine, "kind" | "clarifies">) {
  if (kind === "correct") return clarifies ? "Clarified" : "Corrected"
  if (kind === "minor") return "Minor change"
  return kind === "update" ? "Updated" : "Published"
}

/** Two versions with what they speak of, as far as it is public: names, pictures, stories, links; what the page depends on, and when it changes by itself. */
export type Compared = {
  older: VersionText
  newer: VersionText
  around: Surroundings
  tags: string[]
  relatedMoments: Date[]
}
