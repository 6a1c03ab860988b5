import "server-only"
import { z } from "zod"
import { db } from "../db.server"

const sum = z.object({ id: z.string(), put: z.number(), out: z.number(), otherwise: z.number() })

/** What acts on many stories did to their lists, in a sentence, by the act; nothing of an act that is not known. */
export async function sumsOf(batches: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!batches.length) return new Map()
  const rows = await db.$queryRaw<unknown[]>`
    SELECT "batchId" AS id, sum(put)::int AS put, sum("out")::int AS "out", count(*) FILTER (WHERE put = 0 AND "out" = 0)::int AS otherwise
    FROM (
      SELECT x."batchId",
        (SELECT count(*) FROM jsonb_array_elements(x.after) item WHERE NOT x.before @> jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('story', item->'story', 'link', item->'link')))) AS put,
        (SELECT count(*) FROM jsonb_array_elements(x.before) item WHERE NOT x.after @> jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('story', item->'story', 'link', item->'link')))) AS "out"
      FROM "RelatedChange" x WHERE x."batchId" = ANY(${[...batches]}::uuid[])) changes
    GROUP BY "batchId"`
  return new Map(
    z
      .array(sum)
      .parse(rows)
      .map(({ id, ...counts }) => [id, saySum(counts)]),
  )
}

function saySum({ put, out, otherwise }: Omit<z.infer<typeof sum>, "id">): string {
  const items = (count: number) => (count === 1 ? "1 item" : `${count} items`)
  return [
    ...(put ? [`In: ${items(put)}.`] : []),
    ...(out ? [`Out: ${items(out)}.`] : []),
    ...(otherwise
      ? [`Said otherwise or in another order: in ${otherwise === 1 ? "1 story" : `${otherwise} stories`}.`]
      : []),
  ].join(" ")
}
