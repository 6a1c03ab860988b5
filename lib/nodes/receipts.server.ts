import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { feedsOf, peopleIn } from "../feeds/pings"
import { contentHash } from "../record/versions.server"
import { textAsRead } from "../story/row.server"
import { TAKE_AWAY } from "../story/taking-away"
import type { Receipt } from "./receipts"

const row = z.object({
  position: z.number(),
  act: z.string(),
  tags: z.array(z.string()),
  versionId: z.string().nullable(),
  entry: z.number().nullable(),
  confirmed: z.array(z.object({ node: z.string(), milliseconds: z.number() })),
  waiting: z.array(z.string()),
  told: z.object({ taken: z.number(), of: z.number() }),
  day: z.string(),
})

/** The receipts of what happened to a story before readers' eyes, in order. */
export async function findReceipts(storyId: string): Promise<Receipt[]> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT e.position, e.act, e.tags, e."versionId", to_char(s."firstPublishedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS day,
      (SELECT r.index FROM "RecordEntry" r WHERE r.index = e.position - 1) AS entry,
      ARRAY(SELECT jsonb_build_object('node', c.node, 'milliseconds', c.milliseconds) FROM "Confirmation" c
        WHERE c.position = e.position ORDER BY c.milliseconds, c.node) AS confirmed,
      ARRAY(SELECT n.name FROM "Node" n WHERE n."startedAt" <= e.at AND NOT EXISTS (SELECT FROM "Confirmation" c
        WHERE c.position = e.position AND c.node = n.name) ORDER BY n.name) AS waiting
      ,(SELECT jsonb_build_object('taken', count("doneAt")::int, 'of', count(*)::int) FROM "Job" j
        WHERE j.kind = 'webhook' AND (j.payload->>'position')::int = e.position) AS told
    FROM "StoryEvent" e JOIN "Story" s ON s.id = e."storyId"
    WHERE e."storyId" = ${storyId}::uuid AND (e."versionId" IS NOT NULL OR e.act = ANY(${TAKE_AWAY})) ORDER BY e.position`
  const rows = z.array(row).parse(found)
  const versions = await db.version.findMany({
    where: { id: { in: rows.flatMap(({ versionId }) => versionId ?? []) } },
  })
  const ids = rows.flatMap(({ tags }) => peopleIn(tags))
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } })
  const slugs = new Map(people.map(({ id, slug }) => [id, slug]))
  return rows.map(({ position, act, tags, versionId, entry, confirmed, waiting, told, day }) => {
    const version = versions.find(({ id }) => id === versionId)
    return {
      ...{ position, entry, confirmed, waiting, told },
      version: version?.number ?? null,
      sha256: version ? contentHash({ ...textAsRead(version).text, body: version.body }) : null,
      carriedBy: [...feedsOf({ act, tags }, slugs), `/sitemap-${day}.xml`, "/sitemap.xml", "/news-sitemap.xml"],
    }
  })
}
