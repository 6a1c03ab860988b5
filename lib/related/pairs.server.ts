import "server-only"
import { z } from "zod"
import type { Transaction } from "../db.server"
import type { KeptClue } from "./clues.server"
import { type Pair, rarityOf, type Shared } from "./score"

/** Two stories, one of which may lead to the other. */
export type Met = Pair & { targetId: string }

/** So many stories that have most in common with one are looked at closely. */
const CLOSELY = 60
/** What more stories have is no clue, and would cost the reading of all of them. */
const MOST_STORIES = 1_500
/** So many of a story's clues, the rarest, are looked up. */
const MOST_CLUES = 40
/** As many of these as lead to so many stories together: what one story costs does not grow with the archive. */
const MOST_READ = 15_000

const DAY = 24 * 60 * 60 * 1_000

const shared = z.array(
  z.object({
    kind: z.enum(["person", "place", "organisation", "unknown", "word"]),
    thereKind: z.enum(["person", "place", "organisation", "unknown", "word"]),
    here: z.string(),
    there: z.string(),
    top: z.boolean(),
    stories: z.number(),
  }),
)
const met = z.array(
  z.object({
    targetId: z.string(),
    language: z.string(),
    section: z.string(),
    topics: z.array(z.string()),
    publishedAt: z.date(),
    linked: z.boolean(),
    together: z.boolean(),
    shared,
  }),
)

type Of = {
  storyId: string
  headline: string
  language: string
  section: string
  topics: readonly string[]
  publishedAt: Date
}

/**
 * The live stories that have most in common with a story of these clues, by rare names and words, by links either way and by their packages. A story with
 * the same headline is the same story told twice, and none of them.
 */
export async function findPairs(tx: Transaction, of: Of, clues: readonly KeptClue[]): Promise<Met[]> {
  const live = await countLive(tx)
  const rows = met.parse(
    await tx.$queryRaw`
    WITH own AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(clues)}::jsonb) AS own("of" text, key text, written text, kind text, top boolean, sure boolean)),
    rarest AS (
      SELECT c.id AS "clueId", own.written, own.kind, own.top, c.stories,
        greatest(0, 1 - ln(c.stories) / ln(greatest(${live}::int, 100) + 1)) AS rarity,
        sum(c.stories) OVER (ORDER BY c.stories, c.id) AS "read"
      FROM own JOIN "Clue" c ON c."of" = own."of" AND c.key = own.key
      WHERE c.stories <= ${MOST_STORIES} AND (own.sure OR c.sure * 4 >= c.stories) AND own."of" <> 'link'
      ORDER BY c.stories, c.id LIMIT ${MOST_CLUES}),
    mine AS MATERIALIZED (SELECT * FROM rarest WHERE "read" <= ${MOST_READ}),
    near AS (
      SELECT o."storyId", sum(mine.rarity * CASE WHEN mine.kind = 'word' THEN 1 ELSE 2 END) AS much
      FROM mine JOIN "StoryClue" o ON o."clueId" = mine."clueId"
      WHERE o."storyId" <> ${of.storyId}::uuid GROUP BY o."storyId" ORDER BY much DESC, o."storyId" LIMIT ${CLOSELY}),
    linked AS (
      SELECT key::uuid AS "storyId" FROM own WHERE "of" = 'link'
      UNION
      (SELECT o."storyId" FROM "Clue" c JOIN "StoryClue" o ON o."clueId" = c.id
        WHERE c."of" = 'link' AND c.key = ${of.storyId}::text LIMIT ${CLOSELY})),
    together AS (
      SELECT o."storyId" FROM "PackageStory" m JOIN "PackageStory" o ON o."packageId" = m."packageId"
        JOIN "Story" t ON t.id = o."storyId" AND t."liveId" IS NOT NULL
      WHERE m."storyId" = ${of.storyId}::uuid AND o."storyId" <> m."storyId"
      ORDER BY abs(o.position - m.position), o."storyId" LIMIT ${CLOSELY}),
    other AS (SELECT "storyId" FROM near UNION SELECT "storyId" FROM linked UNION SELECT "storyId" FROM together)
    SELECT other."storyId" AS "targetId", v.language, v.section, v.topics, v."publishedAt",
      other."storyId" IN (SELECT "storyId" FROM linked) AS linked,
      other."storyId" IN (SELECT "storyId" FROM together) AS together,
      ARRAY(SELECT jsonb_build_object('kind', mine.kind, 'thereKind', o.kind, 'here', mine.written, 'there', o.written,
          'top', mine.top AND o.top, 'stories', mine.stories)
        FROM mine JOIN "StoryClue" o ON o."clueId" = mine."clueId" AND o."storyId" = other."storyId") AS shared
    FROM other JOIN "Story" s ON s.id = other."storyId" JOIN "Version" v ON v.id = s."liveId"
    WHERE lower(v.headline) <> lower(${of.headline})`,
  )
  return rows.map(({ targetId, language, section, topics, publishedAt, linked, together, shared }) => ({
    ...{ targetId, linked, samePackage: together },
    days: Math.abs(publishedAt.getTime() - of.publishedAt.getTime()) / DAY,
    topics: topics.filter((slug) => of.topics.includes(slug)),
    sameLanguage: language === of.language,
    sameSection: section === of.section,
    shared: shared.map(
      ({ thereKind, stories, ...one }): Shared => ({
        ...one,
        kind: one.kind === "unknown" ? thereKind : one.kind,
        rarity: rarityOf(stories, live),
      }),
    ),
  }))
}

/** By the days' counts: nobody has to count stories. */
async function countLive(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<
    { live: number }[]
  >`SELECT coalesce(sum(stories), 0)::int AS live FROM "PublishedDay"`
  return row?.live ?? 0
}
