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

/**
 * Keys that together hold every story from one moment to another, and at most those of the months in which they lie: few, for
 * the index compares each story with each of them (288 months of a word held by 2,400 stories cost 270 ms, 24 years 7). Whole
 * years stand for their months; the months beside them stay, for years are the paper's and months are UTC's.
 */
export function keysBetween(from: Date, until: Date): string[] {
  const [first, last] = [from.getUTCFullYear(), until.getUTCFullYear()]
  const whole = Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => first + 1 + index)
  const months = monthsBetween(from, until).filter((month) => {
    const year = month.getUTCFullYear()
    return (
      !whole.includes(year) || month.getTime() === Date.UTC(first + 1, 0) || month.getTime() === Date.UTC(last - 1, 11)
    )
  })
  return [...months.map(KEYS.month), ...whole.map(KEYS.year)]
}

/** The first moment of every month from that of one moment to that of another. */
function monthsBetween(from: Date, until: Date): Date[] {
  const count = 12 * (until.getUTCFullYear() - from.getUTCFullYear()) + until.getUTCMonth() - from.getUTCMonth() + 1
  return Array.from(
    { length: Math.max(0, count) },
    (_, index) => new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + index)),
  )
}

/** The words that a typo may have meant, each once: long enough to be told apart, in an order of their own. */
const vocabularyOf = (text: string) =>
  [...new Set(bare(text).match(/\p{L}+/gu) ?? [])].filter((word) => word.length >= 4 && word.length <= 40).sort()
