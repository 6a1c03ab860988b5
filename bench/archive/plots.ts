import type { Language } from "@/lib/story/story"

/** A kind of story that a paper prints again and again; {place}, {name} and so on are filled in differently each time. */
export type Plot = {
  section: "belgium" | "world" | "economy" | "science" | "culture"
  topics: string[]
  kicker: string
  headlines: string[]
  standfirsts: string[]
  sentences: string[]
}

/** What a language of the archive is written with. */
export type Tongue = {
  language: Language
  plots: Plot[]
  places: string[]
  first: string[]
  months: string[]
  days: string[]
  crossheads: string[]
  /** sentences that any story may hold */
  common: string[]
}
