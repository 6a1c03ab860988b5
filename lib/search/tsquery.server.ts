import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { LANGUAGES } from "../story/story"
import { bareWords } from "./bare"
import { type Names, topicKeys } from "./names.server"
import type { Query, Term } from "./query"

/** A question as PostgreSQL reads it, for the stories of one language. */
export type Reading = {
  language: string
  /** what the index is asked: never less than `own` */
  look: string
  /** the question itself, with its phrases in order */
  own: string
  /** its words alone, for the rank and the marks */
  words: string
}

const reading = z.object({ language: z.string(), look: z.string(), own: z.string(), words: z.string() })

/** The question in every language of the paper; a language in which it has only stop words finds nothing. */
export async function readingsOf(query: Query, names: Names, keys: string | null): Promise<Reading[]> {
  const wanted = query.terms.filter(({ not }) => !not)
  const unwanted = query.terms.filter(({ not }) => not)
  const parts = LANGUAGES.map((language) => {
    const look = all(wanted.map((term) => plain(language, term, names)))
    const own = all(wanted.map((term) => exact(language, term, names)))
    const withoutLook = unwanted.filter(isOneWord).map((term) => Prisma.sql`!!${exactly(language, term)}`)
    const withoutOwn = unwanted.map((term) => Prisma.sql`!!${exactly(language, term)}`)
    const narrowed = keys === null ? [] : [Prisma.sql`${keys}::tsquery`]
    return Prisma.sql`SELECT ${language}::text AS language, ${wanted.length > 0}::boolean AS asks, ${look} AS wanted,
      ${all([look, ...withoutLook, ...narrowed])} AS look, ${all([own, ...withoutOwn, ...narrowed])} AS own, ${own} AS words`
  })
  const rows = await db.$queryRaw<unknown[]>`
    SELECT language, look::text, own::text, words::text FROM (${Prisma.join(parts, " UNION ALL ")}) read
    WHERE numnode(look) > 0 AND NOT (asks AND numnode(wanted) = 0)`
  return z.array(reading).parse(rows)
}

/** A reading that every story of any language matches that one of these would find, once each. */
export const inAnyLanguage = (readings: readonly Reading[]) =>
  [...new Set(readings.map(({ look }) => look))].map((look) => `(${look})`).join(" | ")

const EMPTY = Prisma.sql`''::tsquery`
const all = (parts: readonly Prisma.Sql[]) => (parts.length ? Prisma.sql`(${Prisma.join([...parts], " && ")})` : EMPTY)

/** The words of a term, in any order: what an index can tell without reading the story. */
const plain = (language: string, term: Term, names: Names) =>
  orTopic(Prisma.sql`plainto_tsquery(${config(language)}::regconfig, ${term.words})`, term, names)

const exact = (language: string, term: Term, names: Names) => orTopic(exactly(language, term), term, names)

const exactly = (language: string, { words }: Term) =>
  Prisma.sql`phraseto_tsquery(${config(language)}::regconfig, ${words})`

function orTopic(words: Prisma.Sql, { words: written }: Term, names: Names) {
  const keys = topicKeys(written, names)
  return keys === null ? words : Prisma.sql`(${words} || ${keys}::tsquery)`
}

export const config = (language: string) => `paper_${language}`

const isOneWord = ({ words }: Term) => bareWords(words).length === 1
