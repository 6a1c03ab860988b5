import pg from "pg"
import { SECTIONS, TOPICS } from "@/prisma/demo/paper"
import { fateOf, idOf, KIND, type Plan, type Rows, rowsOf } from "./rows"
import { WRITERS } from "./tell"

const BATCH = 1_000
const MANY = 20_000
const YEARS = 10

type Options = {
  /** of the paper to fill; it may hold stories already */
  databaseUrl?: string
  /** when the newest of them was published */
  until?: Date
  log?: (line: string) => void
}

/**
 * Fills a paper with so many live stories, straight into the tables, as acts would have left them: versions, addresses,
 * events, search entries. The same seed tells the same stories; another seed adds others. 200,000 take some minutes.
 */
export async function makeStories(count: number, seed = 1, options: Options = {}): Promise<void> {
  const { databaseUrl = process.env.DATABASE_URL, until = new Date("2026-11-23T12:00:00Z"), log = () => {} } = options
  const clients = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
  for (const client of clients) {
    await client.connect()
    await client.query("SET TIME ZONE 'UTC'; SET synchronous_commit = off; SET statement_timeout = 0")
  }
  const [one] = clients as [pg.Client, pg.Client]
  try {
    const from = new Date(until.getTime() - YEARS * 365 * 86_400_000)
    const plan: Plan = { seed, count, from, until, editorId: idOf(seed, KIND.writer, WRITERS.length) }
    await makeNames(one, seed)
    if (count >= MANY)
      await one.query(`DROP INDEX "SearchEntry_words_idx", "SearchEntry_top_idx", "SearchWord_word_idx"`)
    const position = await takePositions(one, plan)
    await Promise.all(clients.map((client, lane) => fillLane(client, lane, clients.length, plan, position, log)))
    log("the vocabulary and the indexes")
    const ids = [idOf(seed, KIND.story, 0), idOf(seed, KIND.story, count)]
    await one.query(
      `INSERT INTO "SearchWord" (word, stories)
       SELECT word, count(*) FROM "SearchEntry", unnest(vocabulary) word WHERE "storyId" BETWEEN $1 AND $2 GROUP BY word
       ON CONFLICT (word) DO UPDATE SET stories = "SearchWord".stories + excluded.stories`,
      ids,
    )
    if (count >= MANY) await makeIndexes(clients as [pg.Client, pg.Client])
    await one.query(`SELECT work_out_days_and_tags()`)
    await one.query(`VACUUM (ANALYZE) "Story", "Version", "Address", "StoryEvent", "SearchEntry", "SearchWord"`)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

/** The demo paper's sections and topics where there are none yet, and who wrote the archive. */
async function makeNames(client: pg.Client, seed: number) {
  const slug = (name: string) => name.toLowerCase()
  for (const [at, name] of SECTIONS.entries())
    await client.query(`INSERT INTO "Section" (slug, name, position) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
      slug(name),
      name,
      at + 1,
    ])
  for (const name of TOPICS)
    await client.query(`INSERT INTO "Topic" (slug, name) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [slug(name), name])
  for (const [at, name] of [...WRITERS, "The archive's editor"].entries()) {
    const word = `archive-${seed}-${at}`
    await client.query(`INSERT INTO "Person" (id, email, name, slug, role) VALUES ($1, $2, $3, $4, $5)`, [
      ...[idOf(seed, KIND.writer, at), `${word}@archive.test`, name, word, at < WRITERS.length ? "reporter" : "editor"],
    ])
  }
}

/** Room in the log for each batch: the log has no gaps, so its lines are counted first. */
async function takePositions(client: pg.Client, plan: Plan) {
  const starts: number[] = []
  let lines = 0
  for (let from = 0; from < plan.count; from += BATCH) {
    starts.push(lines)
    for (let index = from; index < Math.min(from + BATCH, plan.count); index++)
      lines += fateOf(index, plan.seed).again ? 3 : 2
  }
  const { rows } = await client.query(`UPDATE "EventCounter" SET last = last + $1 RETURNING last - $1::int AS before`, [
    lines,
  ])
  return starts.map((start) => start + Number(rows[0]?.before))
}

async function fillLane(
  client: pg.Client,
  lane: number,
  lanes: number,
  plan: Plan,
  starts: readonly number[],
  log: (line: string) => void,
) {
  for (let batch = lane; batch < starts.length; batch += lanes) {
    const from = batch * BATCH
    const length = Math.min(BATCH, plan.count - from)
    const rows = Array.from({ length }, (_, at) => rowsOf(from + at, plan))
    await writeBatch(client, rows, starts[batch] ?? 0)
    if ((from + length) % 20_000 === 0) log(`${from + length} stories`)
  }
}

async function writeBatch(client: pg.Client, rows: readonly Rows[], before: number) {
  let position = before
  const texts = rows.map(({ text, story }) => ({ ...text, ...story }))
  const versions = rows.flatMap(({ text, versions }) => versions.map((version) => ({ ...text, ...version })))
  const addresses = rows.map(({ text, address }) => ({ section: text.section, slug: text.slug, ...address }))
  const events = rows.flatMap(({ events }) => events.map((event) => ({ ...event, position: ++position })))
  await client.query("BEGIN")
  // The story points to its live version, and the version to its story: first one, then the other.
  const withoutLive = texts.map((story) => ({
    ...story,
    liveId: null,
    status: "published",
    slugChosen: false,
    withdrawnNote: "",
  }))
  await insert(client, "Story", withoutLive)
  await insert(client, "Version", versions)
  await client.query(
    `UPDATE "Story" s SET "liveId" = r."liveId" FROM json_to_recordset($1::json) r(id uuid, "liveId" uuid) WHERE s.id = r.id`,
    [JSON.stringify(texts.map(({ id, liveId }) => ({ id, liveId })))],
  )
  await insert(client, "Address", addresses)
  await insert(client, "StoryEvent", events)
  await client.query(
    `INSERT INTO "SearchEntry" ("storyId", "versionId", language, "publishedAt", year, section, topics, people, vocabulary, text, top, words)
     SELECT "storyId", "versionId", language, "publishedAt", year, section, topics, people, vocabulary, text, top,
       top || to_tsvector(('paper_' || language)::regconfig, text)
     FROM (SELECT r.*, search_top(language, headline, standfirst, aside, keys) AS top FROM json_to_recordset($1::json) r(
       "storyId" uuid, "versionId" uuid, language text, "publishedAt" timestamptz, year int, section text, topics text[],
       people uuid[], vocabulary text[], text text, headline text, standfirst text, aside text, keys text[])) made`,
    [JSON.stringify(rows.map(({ entry }) => entry))],
  )
  await client.query("COMMIT")
}

/** Rows by their names; what they do not name has the table's default. */
async function insert(client: pg.Client, table: string, rows: readonly object[]) {
  const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`)
  await client.query(
    `INSERT INTO "${table}" (${names.join()}) SELECT ${names.join()} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [JSON.stringify(rows)],
  )
}

async function makeIndexes([one, two]: [pg.Client, pg.Client]) {
  for (const client of [one, two]) await client.query("SET maintenance_work_mem = '512MB'")
  await Promise.all([
    one.query(`CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words") WITH (fastupdate = off)`),
    two
      .query(`CREATE INDEX "SearchEntry_top_idx" ON "SearchEntry" USING GIN ("top") WITH (fastupdate = off)`)
      .then(() => two.query(`CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops)`)),
  ])
}
