import { createHash, randomUUID } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import pg from "pg"
import { isCode } from "./files"
import { Stop } from "./say"

/** The advisory lock that Prisma Migrate takes too: of two that start at once, one waits. */
const LOCK = 72707369

// Column for column the table of Prisma Migrate, so that its CLI goes on where we stopped.
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

type Migration = { name: string; sql: string; checksum: string }
type Line = { migration_name: string; checksum: string; finished_at: Date | null }

const FOLDER = "prisma/migrations"

/**
 * Brings a database up to the migrations of this copy, as `prisma migrate deploy` would, and names those applied now. A
 * restore takes only those that are `wanted` before it puts the rows in.
 */
export async function migrate(
  databaseUrl: string,
  folder = FOLDER,
  wanted: (migration: Migration) => boolean = () => true,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "standfirst-migrate" })
  client.on("error", () => {})
  await client.connect()
  try {
    await takeLock(client)
    await client.query(HISTORY)
    const { rows } = await client.query<Line>(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    )
    const migrations = await readMigrations(folder)
    const pending = findPending(migrations, rows).filter(wanted)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function takeLock(client: pg.Client) {
  await client.query("SET lock_timeout = '60s'")
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]).catch((error) => {
    if (!isCode(error, "55P03")) throw error
    throw new Stop("Somebody else has been migrating this database for a minute. See what they do, then start again.")
  })
  await client.query("RESET lock_timeout")
}

/** The migrations of this copy, in order. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const read = async (name: string) => {
    const sql = await readFile(join(folder, name, "migration.sql"), "utf8")
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
  }
  return Promise.all(names.sort().map(read))
}

function findPending(migrations: Migration[], history: Line[]): Migration[] {
  const failed = history.find((line) => !line.finished_at)
  if (failed)
    throw new Stop(
      `The migration ${failed.migration_name} failed earlier. Mend the database, then tell so with \`npx prisma migrate resolve\`.`,
    )
  const unknown = history.find((line) => !migrations.some(({ name }) => name === line.migration_name))
  if (unknown)
    throw new Stop(
      `The database has the migration ${unknown.migration_name}, which this copy of Standfirst lacks: update the copy.`,
    )
  const checksums = new Map(history.map((line) => [line.migration_name, line.checksum]))
  const edited = migrations.find(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
  if (edited)
    throw new Stop(`The migration ${edited.name} was edited after it had been applied: put the old text back.`)
  return migrations.filter(({ name }) => !checksums.has(name))
}

/** The script is one simple query, which PostgreSQL runs as one transaction; the history tells of a failure as the CLI's does. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  const id = randomUUID()
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    checksum,
    name,
  ])
  await client.query(sql).catch(async (error: Error) => {
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, error.message])
    throw new Stop(`The migration ${name} failed: ${error.message}. The database is as it was before it.`)
  })
  await client.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [id])
}
