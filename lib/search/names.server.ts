import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import type { Name } from "../story/surroundings"
import { bare, bareWords } from "./bare"
import { KEYS } from "./entry"
import type { Asked } from "./found"
import type { Named, Query } from "./query"

/** The paper's present names, for what a question says by name. */
export type Names = { sections: Name[]; topics: Name[]; people: { id: string; slug: string; name: string }[] }

const names = z.object({
  sections: z.array(z.object({ slug: z.string(), name: z.string() })),
  topics: z.array(z.object({ slug: z.string(), name: z.string() })),
  people: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string() })),
})

/** Every section and topic, and of the people those whom the question may mean. */
export async function findNames(query: Query, asked: Asked): Promise<Names> {
  const authors = query.named.flatMap(({ by, value }) => (by === "author" ? `%${bareWords(value)[0] ?? ""}%` : []))
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT ARRAY(SELECT jsonb_build_object('slug', slug, 'name', name) FROM "Section" ORDER BY position, slug) AS sections,
      ARRAY(SELECT jsonb_build_object('slug', slug, 'name', name) FROM "Topic") AS topics,
      ARRAY(SELECT jsonb_build_object('id', id, 'slug', slug, 'name', name) FROM "Person"
        WHERE slug = ${asked.author} OR bare(name) LIKE ANY(${authors})) AS people`
  return names.parse(found)
}

/** Keys of the index, as an expression of tsquery: what a question is narrowed to, or null. Says what it does not know. */
export function narrowing(query: Query, asked: Asked, names: Names): { keys: string | null; remarks: string[] } {
  const remarks: string[] = []
  const parts: string[] = []
  for (const named of query.named) {
    const keys = NARROWERS[named.by](named.value, names)
    if (keys) parts.push(named.not ? `!(${keys})` : `(${keys})`)
    else remarks.push(unknown(named, names))
  }
  if (asked.section) parts.push(keyOf(KEYS.section(asked.section)))
  if (asked.topic) parts.push(keyOf(KEYS.topic(asked.topic)))
  if (asked.year) parts.push(keyOf(KEYS.year(asked.year)))
  const author = names.people.find(({ slug }) => slug === asked.author)
  if (asked.author) parts.push(keyOf(KEYS.person(author?.id ?? "nobody")))
  return { keys: parts.length ? parts.join(" & ") : null, remarks }
}

const NARROWERS: Record<Named["by"], (value: string, names: Names) => string | null> = {
  section: (value, { sections }) => anyOf(called(value, sections).map(({ slug }) => KEYS.section(slug))),
  topic: (value, { topics }) => anyOf(called(value, topics).map(({ slug }) => KEYS.topic(slug))),
  // As it stood under the headline, or as the person is called today.
  author: (value, { people }) => {
    const words = bareWords(value)
    const today = people.filter(({ name }) => words.every((word) => bareWords(name).includes(word)))
    const signed = words.map((word) => keyOf(KEYS.by(word))).join(" & ")
    return [`(${signed})`, ...today.map(({ id }) => keyOf(KEYS.person(id)))].join(" | ")
  },
}

/** The key of each topic whose name holds this word: "water" finds what is filed under Water, in any language. */
export const topicKeys = (words: string, { topics }: Names): string | null =>
  anyOf(
    topics
      .filter(({ name }) => bareWords(name).includes(bare(words)) || bare(name) === bare(words))
      .map(({ slug }) => KEYS.topic(slug)),
  )

const called = (value: string, all: readonly Name[]) =>
  all.filter(({ slug, name }) => slug === bare(value) || bareWords(name).join(" ") === bareWords(value).join(" "))

const anyOf = (keys: readonly string[]) => (keys.length ? keys.map(keyOf).join(" | ") : null)

const keyOf = (key: string) => `'${key.replaceAll("'", "''").replaceAll("\\", "")}'`

function unknown({ by, value }: Named, { sections }: Names) {
  const known = by === "section" ? ` There are ${sections.map(({ name }) => name).join(", ")}.` : ""
  return `The paper has no ${by} called “${value}”, so all of them were searched.${known}`
}
