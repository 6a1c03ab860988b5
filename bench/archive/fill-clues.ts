import pg from "pg"
import { readBody } from "@/lib/blocks/stored"
import { cluesOf } from "@/lib/related/clues"
import { textOfRow } from "@/lib/story/row.server"

type Row = Parameters<typeof textOfRow>[0] & { storyId: string; id: string; body: unknown }

const BATCH = 1_000

/** The clues of every live story, as the job would have left them one story after the other: in bulk, for an archive is large. */
export async function fillClues(databaseUrl: string, log: (line: string) => void): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    await client.query(`SET statement_timeout = 0; SET synchronous_commit = off;
      CREATE TEMP TABLE given ("storyId" uuid, "of" text, key text, written text, kind text, count int, top boolean, sure boolean)`)
    for (let after = "00000000-0000-0000-0000-000000000000", done = 0; ; ) {
      const { rows } = await client.query<Row>(
        `SELECT v.* FROM "Story" s JOIN "Version" v ON v.id = s."liveId" WHERE v."storyId" > $1 ORDER BY v."storyId" LIMIT ${BATCH}`,
        [after],
      )
      const last = rows.at(-1)
      if (!last) break
      const clues = rows.flatMap((row) =>
        cluesOf({ ...textOfRow({ ...row, body: [] }), body: readBody(row.body) }).map((clue) => ({
          ...{ storyId: row.storyId, ...clue },
        })),
      )
      await client.query(
        `INSERT INTO given SELECT * FROM jsonb_to_recordset($1::jsonb) AS one("storyId" uuid, "of" text, key text, written text, kind text,
           count int, top boolean, sure boolean)`,
        [JSON.stringify(clues)],
      )
      after = last.storyId
      done += rows.length
      if (done % (20 * BATCH) === 0) log(`the clues of ${done} stories`)
    }
    await client.query(`
      INSERT INTO "Clue" ("of", key, stories, sure) SELECT "of", key, count(*), count(*) FILTER (WHERE sure) FROM given GROUP BY 1, 2;
      INSERT INTO "StoryClue" ("storyId", "clueId", written, kind, count, top, sure)
        SELECT "storyId", c.id, written, kind, count, top, given.sure FROM given JOIN "Clue" c USING ("of", key);
      INSERT INTO "Suggested" ("storyId", "versionId") SELECT id, "liveId" FROM "Story" WHERE "liveId" IS NOT NULL`)
    await client.query(`VACUUM (ANALYZE) "Clue", "StoryClue", "Suggested"`)
  } finally {
    await client.end()
  }
}
