import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { sectionNamer } from "../story/listed.server"
import { LANGUAGES } from "../story/story"
import { type Gap, type GapLine, LATEST, MOST, NOW_DAYS, OFTEN, OLD_DAYS } from "./gaps"
import { phrasesOf, readReasons } from "./reasons"

const DAY = 24 * 60 * 60 * 1_000

const line = z.object({
  id: z.string(),
  headline: z.string(),
  section: z.string(),
  publishedAt: z.date(),
  from: z.number(),
  language: z.string(),
  with: z.string().nullable(),
  withHeadline: z.string().nullable(),
  reasons: z.unknown(),
})

/** The latest live stories `l`, with what readers have of each. */
const latest = Prisma.sql`latest AS MATERIALIZED (
  SELECT s.id, v.headline, v.section, v.language, v.related, v."publishedAt", c."relatedMost" AS most
  FROM "Version" v JOIN "Story" s ON s."liveId" = v.id JOIN "Section" c ON c.slug = v.section
  ORDER BY v."publishedAt" DESC, v.id DESC LIMIT ${LATEST})`

/** Is the suggestion `g` below the story `l` shown to readers, if there is room? */
const shows = Prisma.sql`NOT EXISTS (SELECT FROM "HiddenSuggestion" h
  WHERE h."targetId" = g."targetId" AND (h."storyId" IS NULL OR h."storyId" = g."storyId"))`

/** Do readers have this item of a list now, as far as its editor says? As isShownAt of manner.ts. */
const shownAt = (now: Date) => Prisma.sql`item->>'hidden' IS NULL
  AND (item->>'from' IS NULL OR (item->>'from')::timestamptz <= ${now}::timestamptz)
  AND (item->>'until' IS NULL OR (item->>'until')::timestamptz > ${now}::timestamptz)`

/** Whatever its editor says of it: what stands in the list is not suggested. */
const isNotListed = Prisma.sql`NOT l.related @> jsonb_build_array(jsonb_build_object('story', g."targetId"))`

/** Nor is what the text shows as a card. Only of what the story leads to anyhow is its text read. */
const isNotThere = Prisma.sql`${isNotListed} AND NOT CASE
  WHEN EXISTS (SELECT FROM "StoryClue" i JOIN "Clue" c ON c.id = i."clueId"
    WHERE i."storyId" = l.id AND c."of" = 'link' AND c.key = g."targetId"::text)
  THEN EXISTS (SELECT FROM "Story" m JOIN "Version" b ON b.id = m."liveId" WHERE m.id = l.id
    AND jsonb_path_exists(b.body, '$[*] ? (@.kind == "relatedStory" && @.storyId == $id)', jsonb_build_object('id', g."targetId")))
  ELSE false END`

/** Of these stories the one that has most in common with each: it could lead there, or be led to. */
const near = (newer: Prisma.Sql) => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT g."targetId" AS "with", w.headline AS "withHeadline", g.reasons
    FROM "Suggestion" g JOIN "Story" o ON o.id = g."targetId" JOIN "Version" w ON w.id = o."liveId"
    WHERE g."storyId" = l.id AND ${shows} AND ${newer}
    ORDER BY g.score DESC, g."targetId" LIMIT 1) near ON true`

const ANY = Prisma.sql`true`

const LISTS: Record<Gap, (now: Date) => Prisma.Sql> = {
  orphans: () => Prisma.sql`
    WITH ${latest}
    SELECT l.*, 0 AS "from", near.* FROM (
      SELECT * FROM latest l
      WHERE NOT EXISTS (SELECT FROM "Clue" c WHERE c."of" = 'link' AND c.key = l.id::text)
        AND NOT EXISTS (SELECT FROM "Suggestion" g JOIN "Story" o ON o.id = g."storyId" JOIN "Version" w ON w.id = o."liveId"
          JOIN "Section" c ON c.slug = w.section AND c."relatedMost" > 0 WHERE g."targetId" = l.id AND ${shows})
      ORDER BY l."publishedAt" DESC, l.id LIMIT ${MOST + 1}) l ${near(ANY)}
    ORDER BY l."publishedAt" DESC, l.id`,
  "dead-ends": (now) => Prisma.sql`
    WITH ${latest}
    SELECT l.*, 0 AS "from", near.* FROM (
      SELECT * FROM latest l
      WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(l.related) item
          WHERE ${shownAt(now)} AND (
            EXISTS (SELECT FROM "Story" o WHERE o.id = (item->>'story')::uuid AND o.id <> l.id AND o."liveId" IS NOT NULL)
            OR EXISTS (SELECT FROM "OutsideLink" k WHERE k.id = (item->>'link')::uuid AND k."takenOffAt" IS NULL)))
        AND NOT (l.most > 0 AND EXISTS (SELECT FROM "Suggestion" g JOIN "Story" o ON o.id = g."targetId" AND o."liveId" IS NOT NULL
          WHERE g."storyId" = l.id AND ${shows} AND ${isNotThere}))
      ORDER BY l."publishedAt" DESC, l.id LIMIT ${MOST + 1}) l ${near(isNotListed)}
    ORDER BY l."publishedAt" DESC, l.id`,
  overused: () => Prisma.sql`
    WITH l AS (
      SELECT s.id, v.headline, v.section, v.language, v."publishedAt", c.stories AS "from"
      FROM (SELECT key, stories FROM "Clue" WHERE "of" = 'link' AND stories >= ${OFTEN} ORDER BY stories DESC LIMIT ${MOST * 2}) c
      JOIN "Story" s ON s.id::text = c.key JOIN "Version" v ON v.id = s."liveId")
    SELECT l.*, near.* FROM l ${near(ANY)} ORDER BY l."from" DESC, l.id LIMIT ${MOST + 1}`,
  stale: (now) => Prisma.sql`
    WITH recent AS (
      SELECT s.id FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
      WHERE v."publishedAt" > ${daysBefore(now, NOW_DAYS)} ORDER BY v."publishedAt" DESC LIMIT ${LATEST}),
    led AS MATERIALIZED (
      SELECT c.key, count(*)::int AS "from" FROM recent JOIN "StoryClue" o ON o."storyId" = recent.id
      JOIN "Clue" c ON c.id = o."clueId" AND c."of" = 'link' GROUP BY c.key),
    l AS (
      SELECT s.id, v.headline, v.section, v.language, v."publishedAt", led."from"
      FROM led JOIN "Story" s ON s.id = led.key::uuid JOIN "Version" v ON v.id = s."liveId"
      WHERE greatest(v."publishedAt", v."updatedAt") < ${daysBefore(now, OLD_DAYS)})
    SELECT l.*, near.* FROM l ${near(Prisma.sql`w."publishedAt" > ${daysBefore(now, OLD_DAYS)}`)}
    ORDER BY l."from" DESC, l.id LIMIT ${MOST + 1}`,
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY)

/** One list, and one line more than it shows where there is more. What one process does behind an act is told a moment later. */
export async function findGap(gap: Gap, now: Date): Promise<GapLine[]> {
  const [rows, nameOf, topics] = await Promise.all([
    db.$queryRaw<unknown[]>(LISTS[gap](now)),
    sectionNamer(),
    db.topic.findMany({ select: { slug: true, name: true } }),
  ])
  const topicOf = (slug: string) => topics.find((topic) => topic.slug === slug)?.name ?? slug
  return z
    .array(line)
    .parse(rows)
    .map(({ id, section, language, with: story, withHeadline, reasons, ...rest }) => {
      const spoken = LANGUAGES.find((one) => one === language) ?? "en"
      const why = () => phrasesOf(readReasons(reasons), spoken, topicOf)
      const found = story && { story, headline: withHeadline ?? "", reasons: why() }
      return { ...rest, story: id, section: nameOf(section), with: found || null }
    })
}

/** Are there live stories of which nobody knows yet what they lead to? Then lists may name what is led to already. */
export async function isStillLooking(): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM "Story" s LEFT JOIN "Suggested" d ON d."storyId" = s.id
    WHERE s."liveId" IS NOT NULL AND d."versionId" IS DISTINCT FROM s."liveId" LIMIT 1`
  return rows.length > 0
}
