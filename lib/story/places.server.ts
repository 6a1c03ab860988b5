import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { NEWS_LIMIT, newsSince, newsUntil, type Place, SITEMAP_LIMIT } from "../feeds/sitemap"
import { partsOf } from "../feeds/sitemap-parts"
import { largest } from "../pictures/pictures"
import { hasLive } from "./lists.server"
import { addressOf } from "./story"

const placeRow = z
  .object({
    ...{ headline: z.string(), language: z.string(), section: z.string(), slug: z.string() },
    ...{ publishedAt: z.date(), updatedAt: z.date().nullable() },
    pictures: z.array(z.object({ id: z.string(), width: z.number() })),
  })
  .transform(
    ({ headline, language, publishedAt, updatedAt, pictures, ...place }): Place => ({
      ...{ address: addressOf(place), headline, language, publishedAt, updatedAt },
      images: pictures.map((picture) => largest(picture, "jpg")),
    }),
  )

const columns = Prisma.sql`v.headline, v.language, v.section, v.slug, v."publishedAt", v."updatedAt"`
const live = Prisma.sql`"Version" v JOIN "Story" s ON s."liveId" = v.id`

/** The pictures that a story shows and others may have, since search engines show them; one that is in its text and not in our hands is not among them. */
const pictures = Prisma.sql`ARRAY(
  SELECT DISTINCT jsonb_build_object('id', p.file, 'width', p.width)
  FROM jsonb_path_query(v.body, '$[*] ? (@.kind == "picture" && @.pictureId != null).pictureId') shown
  JOIN "ShownPicture" p ON p.id = (shown #>> '{}')::uuid AND p."handedOn")`

const daysRow = z.tuple([
  z.object({ days: z.array(z.string()), stories: z.array(z.number()), changed: z.array(z.number()) }),
])

/** The sitemaps of stories that there are, oldest first: by a row for every day, so that it costs the same for any number of stories. */
export async function findSitemaps() {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT coalesce(array_agg(day::text ORDER BY day), '{}') AS days,
      coalesce(array_agg(stories ORDER BY day), '{}') AS stories,
      coalesce(array_agg((extract(epoch FROM "changedAt") * 1000)::float8 ORDER BY day), '{}') AS changed
    FROM "PublishedDay"`
  const [{ days, stories, changed }] = daysRow.parse(rows)
  return partsOf(
    days.map((day, index) => ({
      day: new Date(`${day}T00:00:00Z`),
      stories: stories[index] ?? 0,
      changedAt: new Date(changed[index] ?? 0),
    })),
  )
}

/** The stories of one sitemap by its name (2026-11, 2026-11-17), oldest first; null where there is none of that name. */
export async function findPlacesOf(name: string): Promise<Place[] | null> {
  const part = (await findSitemaps()).find((one) => one.name === name)
  if (!part) return null
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${columns}, ${pictures} AS pictures FROM ${live}
    WHERE v."publishedAt" >= ${part.from} AND v."publishedAt" < ${part.to}
    ORDER BY v."publishedAt", v.id LIMIT ${SITEMAP_LIMIT}`
  return z.array(placeRow).parse(rows)
}

/** The news of two days, newest first; when the oldest of them ceases to be news, and when another last did. */
export async function findNews(now: Date) {
  const since = newsSince(now)
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${columns}, ARRAY[]::jsonb[] AS pictures FROM ${live}
    WHERE v."publishedAt" > ${since} ORDER BY v."publishedAt" DESC, v.id DESC LIMIT ${NEWS_LIMIT}`
  const places = z.array(placeRow).parse(rows)
  const [old] = z.array(z.object({ publishedAt: z.date() })).parse(
    await db.$queryRaw<unknown[]>`
      SELECT v."publishedAt" FROM ${live} WHERE v."publishedAt" <= ${since} ORDER BY v."publishedAt" DESC LIMIT 1`,
  )
  const oldest = places.at(-1)
  return {
    places,
    until: oldest ? newsUntil(oldest.publishedAt) : null,
    lastGone: old ? newsUntil(old.publishedAt) : null,
  }
}

const pageRow = z.object({ address: z.string() })

/**
 * Sections, topics under which something was public, packages with something to read, and people who have something to read. The last event that touched somebody
 * nearly always tells it; only where it does not is everything looked through.
 */
export async function findListPages(): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT '/' || slug AS address, 1 AS kind FROM "Section"
    UNION ALL
    SELECT '/topics/' || slug, 2 FROM "Topic" JOIN "TagChange" ON tag = 'topic:' || slug
    UNION ALL
    SELECT '/packages/' || p.slug, 2 FROM "Package" p WHERE ${hasLive}
    UNION ALL
    SELECT '/by/' || p.slug, 3 FROM "Person" p
      JOIN "TagChange" t ON t.tag = 'person:' || p.id
      JOIN "StoryEvent" e ON e.position = t.position
      LEFT JOIN "Story" l ON l.id = e."storyId" LEFT JOIN "Version" n ON n.id = l."liveId"
      CROSS JOIN LATERAL (SELECT jsonb_build_array(jsonb_build_object('personId', p.id)) AS name) wrote
      WHERE coalesce(n.byline @> wrote.name, false) OR EXISTS (SELECT 1 FROM ${live} WHERE v.byline @> wrote.name)
    ORDER BY kind, address LIMIT ${SITEMAP_LIMIT - 100}`
  return z
    .array(pageRow)
    .parse(rows)
    .map(({ address }) => address)
}
