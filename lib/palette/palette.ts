import { z } from "zod"
import { bareWords } from "../search/bare"
import { STATUSES } from "../story/story"

/** What the server knows for the palette: stories and people for words, or what there is before any are typed. */
export const foundShape = z.object({
  stories: z.array(
    z.object({ id: z.string(), headline: z.string(), section: z.string(), status: z.enum(STATUSES), open: z.string() }),
  ),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), address: z.string().nullable() })),
  places: z.array(z.object({ name: z.string(), address: z.string(), detail: z.string() })),
})
export type Found = z.infer<typeof foundShape>

/** Something that can be chosen. `go` is where it leads; without, it is done by whoever offered it, under its `key`. */
export type Entry = { key: string; name: string; detail: string; go?: string }

const GROUPS = { recent: "Lately", act: "Acts", story: "Stories", place: "Places", person: "People" } as const
export type Group = { kind: keyof typeof GROUPS; name: string; entries: Entry[] }

/** How well words fit a name: higher is better, null not at all. Every word has to begin one of the name's, stand in it, or run through one. */
export function fitOf(q: string, name: string): number | null {
  const [wanted, words] = [bareWords(q), bareWords(name)]
  const fits = wanted.map((word) => fitOfWord(word, words))
  if (fits.length === 0 || fits.includes(0)) return null
  return fits.reduce((sum, fit) => sum + fit, 0) / fits.length
}

function fitOfWord(word: string, words: readonly string[]): number {
  if (words.includes(word)) return 4
  if (words.some((other) => other.startsWith(word))) return 3
  if (words.some((other) => other.includes(word))) return 2
  return word.length > 2 && words.some((other) => runsThrough(word, other)) ? 1 : 0
}

/** Do the letters stand in this word in this order, whatever is between them? The first has to begin it. */
function runsThrough(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false
  let at = -1
  for (const letter of letters) {
    at = word.indexOf(letter, at + 1)
    if (at === -1) return false
  }
  return true
}

type Known = {
  acts: readonly Entry[]
  places: readonly Entry[]
  found: Found
  /** keys of what was chosen last, the newest first */
  recent: readonly string[]
}

const AT_MOST = { recent: 6, act: 8, story: 8, place: 8, person: 5 } as const
/** Before anything is typed nobody wants to read everything. */
const AT_FIRST = { ...AT_MOST, act: 20, place: 20 }

/** What is shown for these words, in groups; what was chosen lately comes first in each. */
export function groupsFor(q: string, { acts, places, found, recent }: Known): Group[] {
  const stories = found.stories.map(storyEntry)
  const people = found.people.flatMap(personEntries)
  const lately = (entries: readonly Entry[]) => [...entries].sort((a, b) => placeIn(recent, a) - placeIn(recent, b))
  if (!q.trim()) {
    const all = [...acts, ...stories, ...places, ...people]
    const known = recent.flatMap((key) => all.find((entry) => entry.key === key) ?? [])
    const shown = known.slice(0, AT_FIRST.recent)
    const rest = (entries: readonly Entry[]) => entries.filter((entry) => !shown.includes(entry))
    return groups({ recent: shown, act: rest(acts), place: rest(places) }, AT_FIRST)
  }
  return groups(
    {
      act: fitting(q, lately(acts)),
      story: lately(stories),
      place: fitting(q, lately(places)),
      person: lately(people),
    },
    AT_MOST,
  )
}

function groups(given: Partial<Record<Group["kind"], Entry[]>>, most: Record<Group["kind"], number>): Group[] {
  const kinds = Object.keys(GROUPS) as Group["kind"][]
  return kinds.flatMap((kind) => {
    const entries = (given[kind] ?? []).slice(0, most[kind])
    return entries.length ? [{ kind, name: GROUPS[kind], entries }] : []
  })
}

/** Those that fit, the best first; of equals the order stays. */
function fitting(q: string, entries: readonly Entry[]): Entry[] {
  const fits = entries.flatMap((entry) => {
    const fit = fitOf(q, entry.name) ?? fitOf(q, `${entry.name} ${entry.detail}`)
    return fit === null ? [] : [{ entry, fit }]
  })
  return fits.sort((a, b) => b.fit - a.fit).map(({ entry }) => entry)
}

function placeIn(recent: readonly string[], { key }: Entry) {
  const at = recent.indexOf(key)
  return at === -1 ? recent.length : at
}

const storyEntry = ({ id, headline, section, status, open }: Found["stories"][number]): Entry => ({
  key: `story ${id}`,
  name: headline || "A story without a headline",
  detail: [status, section, open && `open: ${open}`].filter(Boolean).join(", "),
  go: `/newsroom/stories/${id}`,
})

function personEntries({ id, name, role, address }: Found["people"][number]): Entry[] {
  const stories = { key: `person ${id}`, name, detail: `${role}, their stories`, go: personAddress(name) }
  return address ? [stories, { key: `account ${id}`, name, detail: `${role}, their account`, go: address }] : [stories]
}

const personAddress = (name: string) => `/newsroom?${new URLSearchParams({ who: name })}`

/** The stories among what was chosen lately, by their ids. */
export const storiesIn = (recent: readonly string[]): string[] =>
  recent.flatMap((key) => (key.startsWith("story ") ? [key.slice(6)] : [])).slice(0, AT_FIRST.recent)
