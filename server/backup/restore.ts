import { randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import type { Shelf } from "../../lib/pictures/shelf.server"
import { migrate, readMigrations } from "../migrate"
import { Stop, say } from "../say"
import { type Manifest, readBackup } from "./manifest"
import { putPictures } from "./pictures"
import { connected, findTables, insertLines, nameOf, type Table } from "./tables"

/** `pictures`: a folder on this disk, for work that is under way; `shelf`: where pictures lie, that folder or a bucket. */
type Place = { databaseUrl: string; pictures: string; shelf: Shelf }

/**
 * Puts a backup into a database without a paper, all of it or nothing. The database is brought to the migrations of the
 * backup first and to those of this release afterwards, so that older backups are changed as the paper itself would have been.
 */
export async function restoreBackup({ databaseUrl, pictures, shelf }: Place, folder: string): Promise<string> {
  say(`Checking every file of ${folder} …`)
  const manifest = await readBackup(folder)
  await knowsItsMigrations(manifest)
  await connected(databaseUrl, (client) => hasRoom(client, manifest))
  await migrate(databaseUrl, undefined, ({ name }) => manifest.migrations.some((one) => one.name === name))
  // Where uploads are made, too: what a crash leaves there is swept away.
  const work = join(pictures, ".making", `restore-${randomUUID()}`)
  try {
    await connected(databaseUrl, async (client) => {
      await client.query("BEGIN")
      // Nobody comes in between looking and the end.
      await client.query(`LOCK TABLE ${Object.keys(PAPER).map(nameOf).join(", ")} IN ACCESS EXCLUSIVE MODE`)
      await hasRoom(client, manifest)
      await fill(client, manifest, folder)
      // Files first: a row without its file would be a hole in a page, a file without a row is never asked for.
      await putPictures(shelf, manifest.pictures, folder, work)
      await client.query("COMMIT")
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  await migrate(databaseUrl)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return `Restored: ${rows} rows and ${manifest.pictures.length} files of pictures (in ${shelf.place}), as they were at ${manifest.madeAt}. See that all is well: npm run newsroom -- verify`
}

async function knowsItsMigrations({ migrations, standfirst }: Manifest) {
  const known = new Map((await readMigrations()).map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of migrations)
    if (known.get(name) !== checksum)
      throw new Stop(
        `The backup was made with the migration ${name}, which this release ${known.has(name) ? "has in another form" : "does not know"}. Restore it with Standfirst ${standfirst} or a later one that has it.`,
      )
}

/** What a paper is known by; each refuses to be overwritten. */
const PAPER = { Person: "people", Story: "stories", StoryEvent: "events" }

async function hasRoom(client: pg.Client, { migrations }: Manifest) {
  const there: string[] = []
  for (const [table, word] of Object.entries(PAPER)) {
    if (!(await exists(client, nameOf(table)))) continue
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM ${nameOf(table)}`)
    if (rows[0]?.count) there.push(`${rows[0].count} ${word}`)
  }
  if (there.length)
    throw new Stop(
      `This database has a paper (${there.join(", ")}), and a restore goes over none. Name an empty database in DATABASE_URL, or another DATA_DIR.`,
    )
  if (!(await exists(client, "public._prisma_migrations"))) return
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL AND NOT migration_name = ANY($1) ORDER BY 1",
    [migrations.map(({ name }) => name)],
  )
  if (rows[0])
    throw new Stop(
      `This database has the migration ${rows[0].name} already, and the backup is older. Name a new, empty database: it gets that migration after the rows.`,
    )
}

async function exists(client: pg.Client, table: string) {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [table])
  return rows[0]?.there
}

async function fill(client: pg.Client, { tables, sequences }: Manifest, folder: string) {
  const here = await findTables(client)
  const pairs = tables.map((saved) => ({ saved, table: asSaved(saved, here) }))
  // The tables point to each other, in a circle even: the keys are made again when all rows are there, and check them all.
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(KEYS)
  for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`)
  for (const { saved, table } of pairs) {
    await empty(client, table)
    const rows = await insertFile(client, table, join(folder, saved.file))
    if (rows !== saved.rows)
      throw new Stop(`${saved.file} holds ${rows} rows, and its manifest tells of ${saved.rows}. Nothing was restored.`)
    say(`  ${table.name}: ${rows} rows`)
  }
  for (const { name, last } of sequences)
    await client.query("SELECT setval($1::regclass, $2::bigint)", [nameOf(name), last])
  for (const key of keys)
    await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`).catch((error) => {
      throw new Stop(
        `The rows of the backup do not fit together, nothing was restored: ${error.detail ?? error.message}`,
      )
    })
}

const KEYS = `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY conname`

function asSaved({ name, columns }: Manifest["tables"][number], here: Table[]): Table {
  const table = here.find((one) => one.name === name)
  const types = new Map(table?.columns.map((column) => [column.name, column.type]))
  return {
    name,
    columns: columns.map((column) => {
      const type = types.get(column)
      if (!type)
        throw new Stop(`The backup has a column ${name}.${column}, which this database lacks after its migrations.`)
      return { name: column, type }
    }),
  }
}

/** Migrations write rows too (the counter of events), and a start without people an invitation: those of the backup count. */
async function empty(client: pg.Client, { name }: Table) {
  const { rows } = await client.query(`SELECT FROM ${nameOf(name)} LIMIT 1`)
  if (rows.length) await client.query(`DELETE FROM ${nameOf(name)}`)
}

const BATCH = 1_000_000

async function insertFile(client: pg.Client, table: Table, path: string): Promise<number> {
  let [rows, size, batch] = [0, 0, [] as string[]]
  for await (const line of linesIn(path)) {
    batch.push(line)
    size += line.length
    if (size < BATCH) continue
    rows += await insertLines(client, table, batch)
    ;[size, batch] = [0, []]
  }
  return batch.length ? rows + (await insertLines(client, table, batch)) : rows
}

/** Lines end with a line feed and nothing else: readline would also end them within a text, at U+2028. */
async function* linesIn(path: string): AsyncGenerator<string> {
  let rest = ""
  for await (const piece of createReadStream(path, "utf8")) {
    const lines = (rest + piece).split("\n")
    rest = lines.pop() ?? ""
    yield* lines
  }
  if (rest) yield rest
}
