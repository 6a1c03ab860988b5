import "server-only"
import { z } from "zod"
import { isWebAddress } from "../address"
import { idsIn } from "../blocks/ids-in"
import { linksIn } from "../blocks/links"
import { isInner, isOurs, pageOfOurs } from "../checks/own-pages"
import { db, Prisma } from "../db.server"
import { env } from "../env.server"
import { hasLive } from "./lists.server"
import { asRead, type LiveStory } from "./live"
import { addressOf } from "./story"
import { type Name, surroundings, type WordsRow, wordsRow } from "./surroundings"
import { TAKE_AWAY } from "./taking-away"

/** What stands at an address of the paper. Readers are only ever joined through the live pointer. */
export type Found =
  | { live: LiveStory; sections: Name[] }
  | { moved: string; id: string }
  | { withdrawn: { notice: string; at: Date }; id: string }
  | { nothing: true }

const standing = z.object({
  id: z.string(),
  version: z.number().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawnNote: z.string(),
})

/** The story at an address as readers have it now: live, moved to another one, withdrawn, or never public. Two queries. */
export async function findLive(section: string, slug: string, now = new Date()): Promise<Found> {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT s."withdrawnAt", s."withdrawnNote", s.id, s."sharePicture", ${wordsOfVersion},
      (SELECT count(*)::int FROM "Version" o WHERE ${isReadable(Prisma.sql`o`)}) AS versions
    FROM "Address" a
    JOIN "Story" s ON s.id = a."storyId"
    LEFT JOIN "Version" v ON v.id = s."liveId"
    WHERE a.section = ${section} AND a.slug = ${slug}`
  if (!row) return { nothing: true }
  const { id, version, withdrawnAt, withdrawnNote } = standing.parse(row)
  if (version === null)
    return withdrawnAt ? { withdrawn: { notice: withdrawnNote, at: withdrawnAt }, id } : { nothing: true }
  const words = wordsRow.parse(row)
  const address = addressOf(words)
  if (address !== addressOf({ section, slug })) return { moved: address, id }
  const around = await findSurroundings([words], [words.id])
  return { live: asRead(words, around, now), sections: around.sections }
}

/** The newest live stories whole, for feeds: of the paper, or of one of its lists. Two queries. */
export async function findLatest(limit: number, holds = Prisma.sql`true`): Promise<LiveStory[]> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT s.id, ${wordsOfVersion} FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
    WHERE ${holds} ORDER BY v."publishedAt" DESC, v.id DESC LIMIT ${limit}`
  const rows = z.array(wordsRow).parse(found)
  const ids = rows.map(({ id }) => id)
  const [around, now] = [await findSurroundings(rows, ids), new Date()]
  return rows.map((row) => asRead(row, around, now))
}

/**
 * Everything around stories' own words, in one query; only what is public itself.
 *
 * @param filledUp the stories below which the paper suggests others
 */
export async function findSurroundings(rows: readonly WordsRow[], filledUp: readonly string[] = []) {
  const people = rows.flatMap((row) => row.byline.flatMap((part) => part.personId ?? []))
  const related = rows.flatMap((row) => row.related)
  const cards = rows.flatMap((row) => idsIn(row.body, "storyId"))
  const stories = [...cards, ...related.flatMap((item) => ("story" in item ? item.story : []))]
  const links = related.flatMap((item) => ("link" in item ? item.link : []))
  const pictures = rows.flatMap((row) => idsIn(row.body, "pictureId"))
  const topics = rows.flatMap((row) => row.topics)
  const ownLinks = ownLinksIn(rows)
  const ids = rows.map((row) => row.id)
  const filled = rows.filter(({ id }) => filledUp.includes(id))
  const picks = filled.flatMap(({ id, related }) =>
    related.flatMap((item) => ("story" in item && !item.reason ? { story: id, target: item.story } : [])),
  )
  const [found] = await db.$queryRaw<unknown[]>`
    WITH filled AS (
      SELECT of.id, c."relatedMost" AS most FROM unnest(${filled.map(({ id }) => id)}::uuid[], ${filled.map(({ section }) => section)}::text[]) of(id, section)
      JOIN "Section" c ON c.slug = of.section),
    picked AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(picks)}::jsonb) AS picked(story uuid, target uuid)),
    suggested AS MATERIALIZED (
      SELECT g.*, t."liveId", picked.target IS NOT NULL AS picked,
        (SELECT "versionId" FROM "Suggested" WHERE "storyId" = s.id) IS DISTINCT FROM s."liveId"
          OR (SELECT "versionId" FROM "Suggested" WHERE "storyId" = t.id) IS DISTINCT FROM t."liveId" AS stale
      FROM filled JOIN "Suggestion" g ON g."storyId" = filled.id
      JOIN "Story" s ON s.id = g."storyId" JOIN "Story" t ON t.id = g."targetId" AND t."liveId" IS NOT NULL
      LEFT JOIN picked ON picked.story = g."storyId" AND picked.target = g."targetId"
      WHERE picked.target IS NOT NULL OR filled.most > 0 AND NOT EXISTS (SELECT FROM "HiddenSuggestion" h
        WHERE h."targetId" = g."targetId" AND (h."storyId" IS NULL OR h."storyId" = g."storyId")))
    SELECT ${sectionsOfPaper} AS sections,
      ARRAY(SELECT jsonb_build_object('story', id, 'most', most) FROM filled) AS "filledUp",
      ARRAY(SELECT jsonb_build_object('story', "storyId", 'target', "targetId", 'reasons', reasons, 'picked', picked,
          'stale', CASE WHEN stale THEN (SELECT jsonb_build_object('topics', v.topics,
              'words', concat_ws(E'\n', v.headline, v.standfirst, v.dateline, e.text))
            FROM "Version" v LEFT JOIN "SearchEntry" e ON e."storyId" = v."storyId" WHERE v.id = suggested."liveId") END)
        FROM suggested ORDER BY score DESC, "targetId") AS suggestions,
      ARRAY(SELECT jsonb_build_object('slug', slug, 'name', name) FROM "Topic" WHERE slug = ANY(${topics})) AS topics,
      ARRAY(SELECT jsonb_build_object('story', m."storyId", 'slug', p.slug, 'name', p.name)
        FROM "PackageStory" m JOIN "Package" p ON p.id = m."packageId"
        WHERE m."storyId" = ANY(${ids}::uuid[]) AND ${hasLive} ORDER BY p.name, p.slug) AS packages,
      ARRAY(SELECT jsonb_build_object('story', o."storyId", 'slug', p.slug)
        FROM "PackageStory" m JOIN "Package" p ON p.id = m."packageId" JOIN "PackageStory" o ON o."packageId" = p.id
        WHERE m."storyId" = ANY(${ids}::uuid[])
          AND o."storyId" IN (SELECT unnest(${stories}::uuid[]) UNION SELECT "targetId" FROM suggested)) AS together,
      ARRAY(SELECT jsonb_build_object('id', id, 'slug', slug) FROM "Person" WHERE id = ANY(${people}::uuid[])) AS people,
      ARRAY(SELECT jsonb_build_object('named', id, 'id', file, 'width', width, 'height', height, 'widths', widths,
          'avif', avif, 'crops', crops, 'until', until, 'handedOn', "handedOn", 'notIn', "notIn", 'rights', rights)
        FROM "ShownPicture" WHERE id = ANY(${pictures}::uuid[])) AS pictures,
      ARRAY(SELECT jsonb_build_object('story', "storyId", 'number', number, 'note', note, 'clarifies', clarifies, 'at', "madeAt")
        FROM "Version" WHERE "storyId" = ANY(${ids}::uuid[]) AND kind = 'correct') AS corrections,
      ARRAY(SELECT jsonb_build_object('id', s.id, 'headline', v.headline, 'kicker', v.kicker, 'language', v.language,
          'section', v.section, 'slug', v.slug, 'publishedAt', v."publishedAt")
        FROM "Story" s JOIN "Version" v ON v.id = s."liveId"
        WHERE s.id IN (SELECT unnest(${stories}::uuid[]) UNION SELECT "targetId" FROM suggested)) AS stories,
      ARRAY(SELECT jsonb_build_object('link', given.link, 'story', t.id,
          'address', '/' || v.section || '/' || v.slug || given.rest)
        FROM jsonb_to_recordset(${JSON.stringify(ownLinks)}::jsonb) AS given(link text, section text, slug text, rest text)
        LEFT JOIN "Address" a ON a.section = given.section AND a.slug = given.slug
        LEFT JOIN "Story" d ON d.slug = given.slug AND d.section = given.section
        LEFT JOIN "Story" t ON t.id = coalesce(a."storyId", d.id)
        LEFT JOIN "Version" v ON v.id = t."liveId") AS "ownLinks",
      ARRAY(SELECT jsonb_build_object('id', id, 'headline', headline, 'url', url, 'source', source)
        FROM "OutsideLink" WHERE id = ANY(${links}::uuid[]) AND "takenOffAt" IS NULL) AS links`
  const around = surroundings.parse(found)
  return { ...around, links: around.links.filter(({ url }) => isWebAddress(url) && !isOurs(url, env.publicOrigin)) }
}

/** The links in stories' words that lead to stories of the paper, or to where readers never are. */
function ownLinksIn(rows: readonly WordsRow[]) {
  const links = [...new Set(rows.flatMap((row) => linksIn(row.body)))]
  return links.flatMap((link) => {
    const page = pageOfOurs(link, env.publicOrigin)
    return page ? { link, ...page } : isInner(link, env.publicOrigin) ? { link } : []
  })
}

/** Of story `s`: versions that readers may still look up. What was withdrawn stays so, though the story came back. */
export const isReadable = (
  version: Prisma.Sql,
) => Prisma.sql`${version}."storyId" = s.id AND ${version}."madeAt" > coalesce(
  (SELECT max(e.at) FROM "StoryEvent" e WHERE e."storyId" = s.id AND e.act = ANY(${TAKE_AWAY})), '-infinity')`

export const wordsOfVersion = Prisma.sql`v.number AS version, v.headline, v.standfirst, v.kicker, v.dateline, v.language,
  v.section, v.slug, v.byline, v.topics, v.body, v.related, v."publishedAt", v."madeAt", v."updatedAt"`

/** Every section of the paper in its order, as one column. */
export const sectionsOfPaper = Prisma.sql`
  ARRAY(SELECT jsonb_build_object('slug', slug, 'name', name) FROM "Section" ORDER BY position, slug)`
