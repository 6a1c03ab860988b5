import { readKept, withRecent } from "@/lib/palette/recent"

// What somebody chose lately, in their browser: keys alone, so that no headline stays on a machine that others use.

const placeOf = (personId: string) => `standfirst-lately-${personId}`

export function readRecent(personId: string): string[] {
  try {
    return readKept(localStorage.getItem(placeOf(personId)))
  } catch {
    return []
  }
}

export function keepRecent(personId: string, key: string): void {
  try {
    localStorage.setItem(placeOf(personId), JSON.stringify(withRecent(readRecent(personId), key)))
  } catch {
    // A browser that keeps nothing has no recent things.
  }
}
