import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import pg from "pg"
import { makeStories } from "@/bench/archive/make-stories"
import { digestOf, rowsOf } from "@/bench/archive/rows"
import { db } from "@/lib/db.server"
import { search } from "@/lib/search/find.server"
import { type Kind, type Labelled, QUERIES } from "../../search/queries"
import { inADatabaseOfItsOwn } from "../own-database"

// The demo paper, filled as `npm start` fills one, among 2,000 stories that were written to look like it.
inADatabaseOfItsOwn()
test.describe.configure({ timeout: 180_000 })

const STORIES = 2_000
const NOW = new Date()
let folder: string

test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = await mkdtemp(join(tmpdir(), "standfirst-search-"))
  const env = { ...process.env, DATA_DIR: folder, DEMO_PASSWORD: "four calm herons upstream" }
  const demo = ["node_modules/tsx/dist/cli.mjs", "--tsconfig", "tsconfig.node.json", "server/demo.ts"]
  await promisify(execFile)(process.execPath, demo, { env })
  await makeStories(STORIES, 1, { until: new Date(NOW.getTime() - 86_400_000) })
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = (q: string) => search({ q, page: 1, section: null, topic: null, author: null, year: null }, NOW)

async function scoreOf({ q, right }: Labelled): Promise<number> {
  const found = (await ask(q))?.stories.slice(0, 10) ?? []
  const at = found.findIndex(({ headline }) => right.some((beginning) => headline.startsWith(beginning)))
  return at < 0 ? 0 : 1 / (at + 1)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test("what was looked for stands at or near the top: MRR@10 of at least 0.8 over the labelled questions", async () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(60)
  const scores: { kind: Kind; q: string; score: number }[] = []
  for (const labelled of QUERIES) scores.push({ ...labelled, score: await scoreOf(labelled) })
  const worst = scores.filter(({ score }) => score < 0.5).map(({ q, score }) => `${q}: ${score}`)
  const total = mean(scores.map(({ score }) => score))
  expect(total, worst.join("\n")).toBeGreaterThanOrEqual(0.8)
  for (const kind of new Set(scores.map((one) => one.kind)))
    expect(mean(scores.filter((one) => one.kind === kind).map(({ score }) => score)), kind).toBeGreaterThanOrEqual(0.6)
})

test("the archive is what acts would have left: every live story has its version, address, events and entry", async () => {
  const [counted] = await db.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE v.id IS NULL)::int AS "without version", count(*) FILTER (WHERE a.slug IS NULL)::int AS "without address",
      count(*) FILTER (WHERE e."storyId" IS NULL)::int AS "without entry",
      count(*) FILTER (WHERE s."liveRevision" <> s.revision)::int AS "with changes",
      count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM "StoryEvent" o WHERE o."versionId" = v.id))::int AS "without event",
      (count(*) >= ${STORIES})::boolean AS many
    FROM "Story" s LEFT JOIN "Version" v ON v.id = s."liveId"
    LEFT JOIN "Address" a ON a."storyId" = s.id AND a.section = v.section AND a.slug = v.slug
    LEFT JOIN "SearchEntry" e ON e."storyId" = s.id AND e."versionId" = v.id
    WHERE s.status = 'published'`
  const none = { "without version": 0, "without address": 0, "without entry": 0, "with changes": 0, "without event": 0 }
  expect(counted).toEqual({ ...none, many: true })
  const [log] = await db.$queryRaw<unknown[]>`
    SELECT (count(*) = max(position))::boolean AS "no gaps", (max(position) = (SELECT last FROM "EventCounter"))::boolean AS counted FROM "StoryEvent"`
  expect(log).toEqual({ "no gaps": true, counted: true })
  const words = await db.$queryRaw<unknown[]>`
    SELECT word FROM (SELECT word, count(*)::int AS held FROM "SearchEntry", unnest(vocabulary) word GROUP BY word) held
    FULL JOIN "SearchWord" w USING (word) WHERE held IS DISTINCT FROM stories`
  expect(words).toEqual([])
})

test("the migration makes of a paper that is there already the entries that acts would have made", async () => {
  // Of stories with the kinds of block that there were when it was written: no paper that it will meet has others.
  const kinds = ["paragraph", "crosshead", "quote", "list", "picture", "divider"]
  const entries = () => db.$queryRaw<unknown[]>`
    SELECT e."storyId", "versionId", e.language, e."publishedAt", year, e.section, e.topics, people, top::text,
      (SELECT array_agg(word ORDER BY word COLLATE "C") FROM unnest(vocabulary) word) AS vocabulary, tsvector_to_array(words) AS words
    FROM "SearchEntry" e JOIN "Version" v ON v.id = e."versionId"
    WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v.body) b WHERE b->>'kind' <> ALL(${kinds})) ORDER BY e."storyId"`
  const known = () => db.searchWord.findMany({ orderBy: { word: "asc" } })
  const before = [await entries(), await known()]
  const migration = await readFile("prisma/migrations/20261124120100_search/migration.sql", "utf8")
  const fill = migration.slice(migration.indexOf("WITH live AS"))
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  await client.query(`SET TIME ZONE 'UTC'; DELETE FROM "SearchEntry"; DELETE FROM "SearchWord"`)
  await client.query(fill)
  await client.end()
  expect([await entries(), await known()]).toEqual(before)
})

test("the same seed tells the same stories, and another seed others", () => {
  const tell = (seed: number) => {
    const plan = { seed, count: 50, from: new Date(0), until: new Date(1e12), editorId: "e" }
    return digestOf(Array.from({ length: 50 }, (_, at) => rowsOf(at, plan)))
  }
  expect(tell(7)).toBe(tell(7))
  expect(tell(7)).not.toBe(tell(8))
})

test("facets count what was found, lead on, and keep the question", async () => {
  const all = await ask("tram")
  const sum = all?.facets.section.reduce((sum, { stories }) => sum + stories, 0)
  expect(sum).toBe(all?.total.stories)
  const [section] = all?.facets.section ?? []
  const [year] = all?.facets.year ?? []
  const narrow = {
    q: "tram",
    page: 1,
    section: section?.value ?? "",
    topic: null,
    author: null,
    year: Number(year?.value),
  }
  const narrowed = await search({ ...narrow, year: null }, NOW)
  expect(narrowed?.total.stories).toBe(section?.stories)
  expect(new Set(narrowed?.stories.map((story) => story.section.slug))).toEqual(new Set([section?.value]))
  const both = await search(narrow, NOW)
  expect(both?.total.stories).toBeGreaterThan(0)
  expect(new Set(both?.stories.map(({ publishedAt }) => publishedAt.getUTCFullYear()))).toEqual(new Set([narrow.year]))
})

test("pages follow each other without a story twice or left out, and end", async () => {
  const seen: string[] = []
  const first = await ask('dyke "water board"')
  const total = first?.total.stories ?? 0
  for (let page = 1; seen.length < total; page++) {
    const found = await search(
      { ...{ q: 'dyke "water board"', section: null, topic: null }, author: null, year: null, page },
      NOW,
    )
    seen.push(...(found?.stories.map(({ id }) => id) ?? []))
    expect(found?.more).toBe(seen.length < total)
  }
  expect(total).toBeGreaterThan(20)
  expect(new Set(seen).size).toBe(total)
  const beyond = { q: "dyke", section: null, topic: null, author: null, year: null, page: 900 }
  expect(await search(beyond, NOW)).toBeNull()
})
