import { type StoredBlock, wordsOfStored } from "../blocks/stored"
import { yearOf } from "../dates"
import type { StoryText } from "../story/story"
import { bare, bareWords } from "./bare"

/** What search knows of a live story. */
export type Entry = {
  language: string
  headline: string
  standfirst: string
  /** names, dateline and crossheads: worth more than the body, less than the standfirst */
  aside: string
  text: string
  year: number
  section: string
  topics: string[]
  people: string[]
  keys: string[]
  vocabulary: string[]
}

type Version = Omit<StoryText, "body" | "related" | "slug"> & { body: StoredBlock[]; publishedAt: Date }

/** PostgreSQL keeps 1 MB of words of a text at most; a story longer than this is found by its beginning. */
const LONGEST = { text: 100_000, around: 10_000 }

export function entryOf(version: Version): Entry {
  const { language, headline, standfirst, kicker, dateline, section, topics, byline, body, publishedAt } = version
  const names = byline.map(({ name }) => name)
  const people = byline.flatMap(({ personId }) => personId ?? [])
  const crossheads = body.flatMap((block) => (block.kind === "crosshead" ? block.text : []))
  const year = yearOf(publishedAt)
  return {
    ...{ language, headline, section, topics, people, year },
    standfirst: standfirst.slice(0, LONGEST.around),
    aside: [...names, kicker, dateline, ...crossheads].join(" · ").slice(0, LONGEST.around),
    text: wordsOfStored(body).slice(0, LONGEST.text),
    keys: [
      ...[
        KEYS.section(section),
        KEYS.year(year),
        KEYS.month(publishedAt),
        ...topics.map(KEYS.topic),
        ...people.map(KEYS.person),
      ],
      ...new Set(names.flatMap(bareWords).map(KEYS.by)),
    ],
    vocabulary: vocabularyOf([headline, standfirst, ...names].join(" ")),
  }
}

/** Words of the index that are no words of a text, for what a question may be narrowed to. */
export const KEYS = {
  section: (slug: string) => `section/${slug}`,
  topic: (slug: string) => `topic/${slug}`,
  person: (id: string) => `person/${id}`,
  /** a word of a name in the byline */
  by: (word: string) => `by/${word}`,
  year: (year: number) => `year/${year}`,
  /** of UTC: only search itself looks by it, for the newest part of a large archive */
  month: (at: Date) => `month/${at.toISOString().slice(0, 7)}`,
}

/** The keys of every month from one moment to another. */
export function monthsBetween(from: Date, until: Date): string[] {
  const months: string[] = []
  const at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1))
  for (; at <= until; at.setUTCMonth(at.getUTCMonth() + 1)) months.push(KEYS.month(at))
  return months
}

/** The words that a typo may have meant, each once: long enough to be told apart, in an order of their own. */
const vocabularyOf = (text: string) =>
  [...new Set(bare(text).match(/\p{L}+/gu) ?? [])].filter((word) => word.length >= 4 && word.length <= 40).sort()
