import { randomUUID } from "node:crypto"
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from "node:fs/promises"
import { basename, dirname, join, relative } from "node:path"
import type pg from "pg"
import type { Shelf } from "../../lib/pictures/shelf.server"
import { isCode } from "../files"
import { rowsThatPointNowhere } from "../record/references"
import { Stop, say } from "../say"
import { writeDigested } from "./digest"
import { type Manifest, writeManifest } from "./manifest"
import { lackingIn, savePictures } from "./pictures"
import { findTables, inSnapshot, linesOf, type Table } from "./tables"

/** `pictures`: the folder of those that lie on this disk; `shelf`: where they lie, that folder or a bucket. */
type Place = { databaseUrl: string; pictures: string; shelf: Shelf }

/** A paper as it is at one moment, in a new folder: a file per table, the pictures, a manifest. People go on working meanwhile. */
export async function makeBackup({ databaseUrl, pictures, shelf }: Place, folder: string): Promise<string> {
  await mustBeFree(folder, pictures)
  const draft = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`)
  try {
    for (const part of ["tables", "pictures"]) await mkdir(join(draft, part), { recursive: true, mode: 0o700 })
    const said = await inSnapshot(databaseUrl, (client) => fill(draft, client, shelf))
    await rmdir(folder).catch(() => {})
    await rename(draft, folder)
    await sync(dirname(folder))
    return `The backup is in ${folder}. ${said}`
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!isCode(error, "ENOSPC", "EDQUOT", "EACCES", "EROFS", "ENOTEMPTY", "EEXIST")) throw error
    throw new Stop(`No backup was made: ${String(error)}. Name a folder that can be written.`)
  }
}

async function mustBeFree(folder: string, pictures: string) {
  if (!relative(pictures, folder).startsWith(".."))
    throw new Stop(`${folder} lies within the pictures that are to be saved. Name a folder elsewhere.`)
  const there = await readdir(folder).catch((error) => {
    if (isCode(error, "ENOENT")) return []
    if (isCode(error, "ENOTDIR")) return [basename(folder)]
    throw error
  })
  if (there.length) throw new Stop(`${folder} is there already, and a backup goes over nothing. Name a new folder.`)
}

async function fill(draft: string, client: pg.Client, shelf: Shelf): Promise<string> {
  const { rows: about } = await client.query<Pick<Manifest, "postgresql" | "migrations" | "sequences">>(ABOUT)
  const tables: Manifest["tables"] = []
  for (const table of await findTables(client)) tables.push(await saveTable(draft, client, table))
  // Files come before their rows and stay: what is there after the snapshot began has every file that its rows name.
  const { saved: pictures, left } = await savePictures(draft, shelf)
  say(`  ${pictures.length} files of pictures, from ${shelf.place}`)
  const lacking = await lackingIn(client, pictures)
  const astray = await rowsThatPointNowhere(client)
  const { version } = JSON.parse(await readFile("package.json", "utf8"))
  const [{ postgresql, migrations, sequences } = NOTHING] = about
  const made = { format: 1 as const, standfirst: String(version), postgresql, madeAt: new Date().toISOString() }
  await writeManifest(draft, { ...made, migrations, tables, sequences, pictures })
  for (const folder of [join(draft, "tables"), join(draft, "pictures"), draft]) await sync(folder)
  return [
    NOT_IN_IT,
    ...(left.length ? [`Left in ${shelf.place}, for no picture is called so: ${listed(left)}.`] : []),
    ...(lacking.length
      ? [
          `Missing in it, or damaged, as they were in ${shelf.place}, of the pictures that the paper named at that moment: ${listed(lacking)}. "verify" says more.`,
        ]
      : []),
    ...(astray.length ? [`It cannot be restored as it is, mend the database first:`, ...astray] : []),
  ].join("\n")
}

const NOT_IN_IT =
  "secrets.json is not in it: keep a copy elsewhere. Password hashes, sessions and drafts are: keep it as safe as the paper."
const MOST = 10
const listed = (names: readonly string[]) =>
  `${names.slice(0, MOST).join(", ")}${names.length > MOST ? ` and ${names.length - MOST} more` : ""}`
const NOTHING = { postgresql: "", migrations: [], sequences: [] }

const ABOUT = `SELECT current_setting('server_version') AS postgresql,
  ARRAY(SELECT json_build_object('name', migration_name, 'checksum', checksum) FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name) AS migrations,
  ARRAY(SELECT json_build_object('name', sequencename, 'last', last_value::text) FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename) AS sequences`

async function saveTable(draft: string, client: pg.Client, table: Table) {
  const file = `tables/${table.name}.jsonl`
  let rows = 0
  async function* lines() {
    for await (const some of linesOf(client, table)) {
      rows += some.length
      if (rows % 50_000 === 0) say(`  ${table.name}: ${rows} rows so far …`)
      yield `${some.join("\n")}\n`
    }
  }
  const digest = await writeDigested(join(draft, file), lines())
  say(`  ${table.name}: ${rows} rows`)
  return { file, name: table.name, columns: table.columns.map(({ name }) => name), rows, ...digest }
}

/** The names survive a power cut too (Windows cannot open a folder, and need not). */
async function sync(folder: string) {
  if (process.platform === "win32") return
  const directory = await open(folder)
  await directory.sync().finally(() => directory.close())
}
