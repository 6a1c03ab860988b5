import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { bare, bareWords } from "./bare"
import type { Query, Term } from "./query"
import { meant } from "./spelling"

const knownRow = z.array(z.object({ written: z.string(), word: z.string(), stories: z.number() }))

/** The question with each word that live stories lack as the nearest one that they have; null where there is nothing to mend. */
export async function respell(query: Query): Promise<Query | null> {
  const words = [...new Set(query.terms.filter(({ not }) => !not).flatMap(lettersOf))]
  if (words.length === 0) return null
  const found = await db.$queryRaw<unknown[]>`
    SELECT written, k.word, k.stories FROM unnest(${words}::text[]) written
    JOIN LATERAL (
      -- How alike is set in db.server.ts: the net is wide, and the distance in letters decides.
      SELECT word, stories FROM "SearchWord"
      WHERE word % written AND abs(length(word) - length(written)) <= 2
      ORDER BY similarity(word, written) DESC, stories DESC LIMIT 20
    ) k ON NOT EXISTS (SELECT 1 FROM "SearchWord" w WHERE w.word = written)`
  const known = knownRow.parse(found)
  const mended = new Map(
    words.flatMap((word) => {
      const better = meant(
        word,
        known.filter(({ written }) => written === word),
      )
      return better ? [[word, better]] : []
    }),
  )
  if (mended.size === 0) return null
  const mend = (term: Term): Term => (term.not ? term : { ...term, words: mendIn(term.words, mended) })
  return { ...query, terms: query.terms.map(mend) }
}

const lettersOf = ({ words }: Term) => bareWords(words).filter((word) => word.length >= 4)

const mendIn = (words: string, mended: ReadonlyMap<string, string>) =>
  words.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => mended.get(bare(word)) ?? word)
