import { join } from "node:path"
import pg from "pg"
import { isCode } from "./files"
import { freePort, isFree } from "./ports"
import { type Cluster, createCluster, endLeftover, urlOf } from "./postgres/cluster"
import { embeddedPlace } from "./postgres/place"
import { Stop } from "./say"
import { type Secrets, saveSecrets } from "./secrets"

/** The embedded cluster of a data folder, made if need be, on its remembered port or on a free one that is remembered from now on. */
export async function openCluster(dataDir: string, secrets: Secrets): Promise<Cluster> {
  const place = await embeddedPlace(dataDir)
  const log = join(dataDir, "postgres.log")
  const { password, port: remembered } = secrets.postgres
  await createCluster({ place, port: 0, password, log })
  await endLeftover(place.dir)
  const port = remembered && (await isFree(remembered)) ? remembered : await freePort()
  if (port !== remembered) {
    secrets.postgres.port = port
    await saveSecrets(dataDir, secrets)
  }
  return { place, port, password, log }
}

/** Where the embedded database of a data folder answers while it runs. */
export function embeddedUrl({ postgres }: Secrets) {
  return urlOf({ password: postgres.password, port: postgres.port ?? 0 })
}

/** Sees that a database answers and is recent enough, and makes it where the server has none of that name yet. */
export async function openDatabase(databaseUrl: string) {
  const { host, pathname } = new URL(databaseUrl)
  const name = decodeURIComponent(pathname.slice(1))
  const version = await askVersion(databaseUrl).catch(async (error) => {
    if (!isCode(error, "3D000")) throw unreachable(error, host)
    await createDatabase(databaseUrl, name).catch((reason) => {
      throw new Stop(
        `DATABASE_URL names the database "${name}", which ${host} does not have and would not make: ${reason.message}.`,
      )
    })
    return askVersion(databaseUrl)
  })
  if (version < 150_000)
    throw new Stop(`DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}; Standfirst needs 15 or newer.`)
}

function unreachable(error: Error & { code?: string }, host: string) {
  const why = error.message || error.code || "no answer"
  if (error.code?.startsWith("28")) return new Stop(`DATABASE_URL: ${host} refuses this user or password (${why}).`)
  return new Stop(
    `DATABASE_URL: no PostgreSQL answers at ${host} (${why}). Start it, or leave DATABASE_URL away to use the embedded one.`,
  )
}

async function askVersion(databaseUrl: string) {
  const [row] = await ask<{ version: string }>(databaseUrl, "SELECT current_setting('server_version_num') AS version")
  return Number(row?.version)
}

async function createDatabase(databaseUrl: string, name: string) {
  const server = Object.assign(new URL(databaseUrl), { pathname: "/postgres" })
  await ask(server.href, `CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error) => {
    if (!isCode(error, "42P04", "23505")) throw error // two that start at once
  })
}

/** One question on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(databaseUrl: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
