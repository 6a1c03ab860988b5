import { expect, test } from "@playwright/test"
import pg from "pg"
import { search } from "@/lib/search/find.server"
import { storyIn } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

// Of common words search looks through a part of the archive, chosen by how often a word is met among the newest 8,000. In an
// archive of 16,000: whatever the word, what is told is what is there.
inADatabaseOfItsOwn()

const STORIES = 16_000
const NOW = new Date()

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const { id } = await storyIn("published", { headline: "A plain headline", standfirst: "Plain" })
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(COPIES(id))
  await client.end()
})

/** Copies of one live story, eight hours between each and the next: over fourteen years of them. */
const COPIES = (id: string) => `
  SET session_replication_role = replica;
  CREATE TEMP TABLE made AS
    SELECT n, gen_random_uuid() AS story, gen_random_uuid() AS version, '${NOW.toISOString()}'::timestamptz - n * interval '8 hours' AS at
    FROM generate_series(1, ${STORIES}) n;
  INSERT INTO "Story" SELECT (jsonb_populate_record(s, jsonb_build_object('id', story, 'liveId', version, 'slug', 'copy-' || n))).*
    FROM made, "Story" s WHERE s.id = '${id}';
  INSERT INTO "Version" SELECT (jsonb_populate_record(v, jsonb_build_object(
      'id', version, 'storyId', story, 'slug', 'copy-' || n, 'publishedAt', at))).*
    FROM made, "Version" v WHERE v."storyId" = '${id}';
  INSERT INTO "SearchEntry" SELECT (jsonb_populate_record(e, jsonb_build_object(
      'storyId', story, 'versionId', version, 'publishedAt', at, 'year', extract(year FROM at), 'words', w.held, 'top', w.held))).*
    FROM made, "SearchEntry" e, LATERAL (SELECT array_to_tsvector(array_remove(ARRAY['everi',
      CASE WHEN n % 9 = 0 THEN 'ninth' END,
      CASE WHEN n % 9 = 0 AND n <= 8000 THEN 'newli' END,
      CASE WHEN n % 9 = 0 AND (n <= 8000 OR n > 14000) THEN 'twice' END,
      CASE WHEN n % 1000 = 0 THEN 'rare' END,
      'month/' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM'),
      'year/' || extract(year FROM at AT TIME ZONE 'Europe/Brussels')], NULL)) AS held) w
    WHERE e."storyId" = '${id}';
  ANALYZE "SearchEntry"`

const madeAt = (copy: number) => NOW.getTime() - copy * 8 * 3_600_000

const ask = async (q: string, page = 1) =>
  search({ q, page, section: null, topic: null, author: null, year: null }, NOW)

test("a word that every story has: the newest thousand are ranked, the newest first, and it is said that there are more", async () => {
  const found = await ask("every")
  expect(found?.total).toEqual({ stories: 1_000, only: true })
  for (const { publishedAt } of found?.stories ?? []) expect(publishedAt.getTime()).toBeGreaterThan(madeAt(30))
})

test("a word of every ninth story is looked for a little further back than the newest 8,000", async () => {
  const found = await ask("ninth")
  expect(found?.total).toEqual({ stories: 1_000, only: true })
  for (const { publishedAt } of found?.stories ?? [])
    expect(publishedAt.getTime()).toBeGreaterThanOrEqual(madeAt(9_000))
})

test("what would be enough, if it were spread evenly, and is not, is looked for everywhere", async () => {
  expect((await ask("newly"))?.total).toEqual({ stories: 888, only: false })
  expect((await ask("twice"))?.total).toEqual({ stories: 1_000, only: true })
  expect((await ask("rare"))?.total).toEqual({ stories: 16, only: false })
})

test("the last page of what was ranked is there, and none after it", async () => {
  expect((await ask("newly", 45))?.stories).toHaveLength(8)
  expect(await ask("newly", 46)).toBeNull()
})
