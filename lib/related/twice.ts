import { keyOf, type Target } from "./lists"

/** Of the same story or link twice in a list the later one is refused, at its path. */
export function saidTwice(path: string, items: readonly Target[] = []): Record<string, string> {
  const seen = new Set<string>()
  const twice = items.flatMap((item, index) => {
    const key = keyOf(item)
    if (seen.has(key)) return [[`${path}.${index}`, TWICE] as const]
    seen.add(key)
    return []
  })
  return Object.fromEntries(twice)
}

const TWICE = "This is in the list already: take it out here, or there."
