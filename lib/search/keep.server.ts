import "server-only"
import { readBody } from "../blocks/stored"
import { Prisma, type Transaction } from "../db.server"
import { textOfRow } from "../story/row.server"
import { type Entry, entryOf } from "./entry"

/**
 * Makes search say what readers see of a story, in the transaction that changed it: the words of `live`, or nothing. `known`: readers
 * had it before. To be called where events are numbered already (record/events.server.ts): that lock puts those who count words in a row.
 */
export async function keepSearch(tx: Transaction, storyId: string, live: Live | null, known = true): Promise<void> {
  if (known) await forget(tx, storyId)
  if (!live) return
  const { id, publishedAt } = live
  const entry = entryOf(live)
  await tx.$executeRaw`
    WITH words AS (${counted(entry.vocabulary, 1)})
    INSERT INTO "SearchEntry" (${ENTRY_COLUMNS})
    SELECT ${storyId}::uuid, ${id}::uuid, ${entry.language}, ${publishedAt}, ${entry.year}, ${entry.section}, ${entry.topics},
      ${entry.people}::uuid[], ${entry.vocabulary}, ${entry.text}, top, ${wordsOf(Prisma.sql`top`, entry)}
    FROM (SELECT ${topOf(entry)} AS top) made`
}

/** A live version. */
export type Live = Parameters<typeof entryOf>[0] & { id: string }

/** The version that readers have by this id. */
export async function findLive(tx: Transaction, id: string): Promise<Live> {
  const row = await tx.version.findUniqueOrThrow({ where: { id } })
  return { ...textOfRow({ ...row, body: [] }), body: readBody(row.body), publishedAt: row.publishedAt, id }
}

export const ENTRY_COLUMNS = Prisma.raw(
  `"storyId", "versionId", language, "publishedAt", year, section, topics, people, vocabulary, text, top, words`,
)

const topOf = ({ language, headline, standfirst, aside, keys }: Entry) =>
  Prisma.sql`search_top(${language}, ${headline}, ${standfirst}, ${aside}, ${keys})`

const wordsOf = (top: Prisma.Sql, { language, text }: Entry) =>
  Prisma.sql`${top} || to_tsvector(${`paper_${language}`}::regconfig, ${text})`

async function forget(tx: Transaction, storyId: string) {
  const [gone] = await tx.$queryRaw<{ vocabulary: string[] }[]>`
    DELETE FROM "SearchEntry" WHERE "storyId" = ${storyId}::uuid RETURNING vocabulary`
  if (!gone) return
  await tx.$executeRaw(counted(gone.vocabulary, -1))
  await tx.$executeRaw`DELETE FROM "SearchWord" WHERE word = ANY(${gone.vocabulary}) AND stories <= 0`
}

/** The words come sorted, so that two who count at once wait for each other and never in a circle. */
const counted = (words: string[], by: 1 | -1) => Prisma.sql`
  INSERT INTO "SearchWord" (word, stories) SELECT word, ${by}::int FROM unnest(${words}::text[]) word
  ON CONFLICT (word) DO UPDATE SET stories = "SearchWord".stories + ${by}::int`
