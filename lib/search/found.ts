import type { ListedStory } from "../story/live"
import type { Name } from "../story/surroundings"
import type { Marked } from "./marks"

/** What a reader asks for: the question, and what they narrowed it to by its facets. */
export type Asked = {
  q: string
  page: number
  section: string | null
  topic: string | null
  /** a person's slug */
  author: string | null
  year: number | null
}

/** A story that was found, with the words that were looked for marked. */
export type FoundStory = ListedStory & { marked: { headline: Marked; standfirst: Marked; text: Marked } }

export type Facet = { value: string; name: string; stories: number }
export type Facets = { section: Facet[]; topic: Facet[]; author: Facet[]; year: Facet[] }

/** How many stories there are: `only` when the counting stopped before the end of the archive. */
export type Total = { stories: number; only: boolean }

/** What came of a question. */
export type Search = {
  /** what is missing before anything can be looked for */
  lacking: "everything" | "length" | "a word" | null
  /** sentences on what was not understood */
  remarks: string[]
  /** the question that was looked for instead, because nothing held the one that was written */
  instead: string | null
  /** a question that finds more */
  perhaps: string | null
  total: Total
  stories: FoundStory[]
  facets: Facets
  /** do pages follow this one? */
  more: boolean
  sections: Name[]
}

/** The address of a search; what is null is left out. */
export function addressOfSearch({ q, page, section, topic, author, year }: Asked): string {
  const parts = Object.entries({ q, section, topic, author, year, page: page > 1 ? page : null })
  const said = parts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))
  return `/search?${new URLSearchParams(said)}`
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** PostgreSQL refuses some of these, and nobody looks for the others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is looked for
const UNASKED = /[\u0000-\u001f\u007f-\u009f\p{Surrogate}]/gu

/** What an address asks for. What is no slug or year is as good as left out: the field above keeps the words. */
export function readAsked(given: Record<string, string | string[] | undefined>, page: number): Asked {
  const one = (name: string) => (typeof given[name] === "string" ? given[name] : "")
  const slug = (name: string) => (SLUG.test(one(name)) ? one(name) : null)
  const year = /^[12]\d{3}$/.test(one("year")) ? Number(one("year")) : null
  const q = one("q").replace(UNASKED, " ").trim()
  return { q, page, section: slug("section"), topic: slug("topic"), author: slug("author"), year }
}
