import type { StoryText } from "@/lib/story/story"

/** What somebody wrote and no server has yet, kept in their browser: with the text that it was made from. */
export type Kept = { key: string; at: number; revision: number; base: StoryText; text: StoryText }

const prefixOf = (personId: string, storyId: string) => `standfirst ${personId} ${storyId} `

/** A place of its own for each opening of a story: two tabs never overwrite each other. */
export function newPlace(personId: string, storyId: string) {
  const key = prefixOf(personId, storyId) + Date.now().toString(36)
  own.add(key)
  return key
}

/** Places of this very page: nothing to recover from. */
const own = new Set<string>()

export function keep(key: string, kept: Omit<Kept, "key">) {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or forbidden store: the text is still on the screen, which says that it is not saved.
  }
}

export function forget(key: string) {
  try {
    localStorage.removeItem(key)
  } catch {}
}

/** Everything kept of this story for this person, newest first. */
export function findKept(personId: string, storyId: string): Kept[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(personId, storyId)) && !own.has(key))
    return keys.flatMap((key) => read(key) ?? []).sort((a, b) => b.at - a.at)
  } catch {
    return []
  }
}

function read(key: string): Kept | null {
  try {
    const kept: Omit<Kept, "key"> = JSON.parse(localStorage.getItem(key) ?? "null")
    return kept?.text && kept.base ? { ...kept, key } : null
  } catch {
    return null
  }
}
