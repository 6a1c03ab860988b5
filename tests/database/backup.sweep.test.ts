import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { expect, test } from "@playwright/test"
import { migrate, readMigrations } from "@/server/migrate"
import { storyIn } from "../newsroom"
import { operator } from "../operator"
import { at, command, filesIn, openPlace, type Place, rowsAt, wholePaper } from "../whole-paper"
import { ask } from "./own-database"

test.describe.configure({ mode: "default", timeout: 120_000 })

let paper: Place
let backup: string
const opened: Place[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  paper = await open()
  await at(paper, wholePaper)
  backup = await saved(paper)
})

test.afterAll(async () => {
  // A database goes slowly where the machine has much to do.
  test.setTimeout(180_000)
  for (const place of opened) await place.remove()
})

async function open(of?: Parameters<typeof openPlace>[0]) {
  const place = await openPlace(of)
  opened.push(place)
  return place
}

async function saved(place: Place) {
  const folder = join(place.folder, "backups", "monday")
  expect(await command(place, "backup", folder)).toMatchObject({ status: 0 })
  return folder
}

const FILLED = [
  ...[
    "Story",
    "Version",
    "StoryEvent",
    "EventCounter",
    "Address",
    "Section",
    "Topic",
    "OutsideLink",
    "Picture",
    "PictureFile",
  ],
  ...["Person", "Session", "ApiToken", "Invitation", "RateLimiterFlexible", "IdempotencyKey"],
]

test("a paper with everything in it is restored row for row and file for file", async () => {
  const [tables, pictures] = [await rowsAt(paper), await filesIn(join(paper.folder, "pictures"))]
  for (const table of FILLED) expect(tables[table], `${table} is tested with rows`).not.toEqual([])
  expect(Object.keys(pictures).length).toBeGreaterThan(3)
  for (const place of [await open(), await open({ empty: true })]) {
    expect(await command(place, "restore", backup)).toMatchObject({ status: 0 })
    expect(await rowsAt(place)).toEqual(tables)
    expect(await filesIn(join(place.folder, "pictures"))).toEqual(pictures)
    expect(await command(place, "verify")).toMatchObject({ status: 0, said: expect.stringContaining("is whole") })
    await expect(ask(place.address, `UPDATE "Version" SET note = ''`)).rejects.toThrow("never changed")
  }
})

test("every type of column comes back exactly, generated columns and sequences too", async () => {
  const odd = `CREATE TABLE "Odd" (id bigint GENERATED ALWAYS AS IDENTITY, bytes bytea, moment timestamptz, moments timestamptz[],
    words text[], json json, jsonb jsonb, exact numeric, near float8, span interval, day date, yes boolean, many int[][],
    length int GENERATED ALWAYS AS (octet_length(bytes)) STORED, search tsvector, range int4range)`
  const [from, to] = [await open(), await open()]
  for (const { address } of [from, to]) await ask(address, odd)
  await ask(
    from.address,
    `INSERT INTO "Odd" (bytes, moment, moments, words, json, jsonb, exact, near, span, day, yes, many, search, range) VALUES
     ('\\x00ff0a5c', '2026-11-24 01:02:03.456789+05:45', '{"infinity",NULL,"0044-03-15 12:00:00+00 BC"}', '{"a,b",NULL,"","NULL","\\"{}\\\\"}',
      '{"b": 1,  "a" : 1.0, "a": 2}', 'null', 12345678901234567890.0987654321, 0.1::float8 + 0.2::float8, '1 year -2 days 03:04:05.678', '-infinity',
      true, '[0:1][2:3]={{1,2},{3,NULL}}', to_tsvector('simple', 'the cat''s 12 mats'), '[1,5)'),
     (NULL, NULL, NULL, '{}', NULL, NULL, 'NaN', '-0', NULL, NULL, NULL, NULL, '', 'empty')`,
  )
  expect(await command(to, "restore", await saved(from))).toMatchObject({ status: 0 })
  expect((await rowsAt(to)).Odd).toEqual((await rowsAt(from)).Odd)
  await ask(to.address, `INSERT INTO "Odd" (yes) VALUES (false)`)
  expect(await ask(to.address, `SELECT id::int FROM "Odd" WHERE NOT yes`)).toEqual([[3]])
})

test("one changed byte in any file of a backup is refused, and the file is named", async () => {
  const place = await open({ empty: true })
  for (const [name, bytes] of Object.entries(await filesIn(backup))) {
    const path = join(backup, name)
    const changed = Buffer.from(bytes)
    const middle = Math.floor(bytes.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 1
    await (bytes.length ? writeFile(path, changed) : appendFile(path, "\n"))
    expect(await command(place, "restore", backup), name).toEqual({ status: 1, said: expect.stringContaining(name) })
    await writeFile(path, bytes)
  }
  expect(await ask(place.address, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual(
    [],
  )
  expect(await filesIn(place.folder)).toEqual({})
})

test("a file that is missing from a backup is named, and a folder that is no backup is told so", async () => {
  const place = await open({ empty: true })
  for (const [name, bytes] of Object.entries(await filesIn(backup))) {
    await rm(join(backup, name))
    expect(await command(place, "restore", backup), name).toEqual({ status: 1, said: expect.stringContaining(name) })
    await writeFile(join(backup, name), bytes)
  }
  expect(await command(place, "restore", join(backup, "nowhere"))).toEqual({
    status: 1,
    said: expect.stringContaining("is no backup"),
  })
})

test("a paper is never restored over another one", async () => {
  const place = await open({ like: paper.address })
  const before = await rowsAt(place)
  const { status, said } = await command(place, "restore", backup)
  expect(status).toBe(1)
  expect(said).toMatch(
    /has a paper \(\d+ people, \d+ stories, \d+ events\), and a restore goes over none\. Name an empty/,
  )
  expect(await rowsAt(place)).toEqual(before)
  expect(await filesIn(place.folder)).toEqual({})
})

test("an invitation that a start without people has made gives way to the backup", async () => {
  const place = await open()
  await ask(
    place.address,
    `INSERT INTO "Invitation" ("tokenHash", role, "expiresAt") VALUES ('${"a".repeat(64)}', 'admin', now())`,
  )
  expect(await command(place, "restore", backup)).toMatchObject({ status: 0 })
  expect((await rowsAt(place)).Invitation).toEqual((await rowsAt(paper)).Invitation)
})

test("a backup of an earlier release is brought up to date, in a database that is not ahead of it", async () => {
  const migrations = await readMigrations()
  const old = await open({ empty: true })
  await migrate(old.address, undefined, ({ name }) => name < "20261124030000")
  await ask(
    old.address,
    `INSERT INTO "Person" (id, email, name, slug, role) VALUES (gen_random_uuid(), 'a@test.invalid', 'Ada', 'ada', 'admin')`,
  )
  const folder = join(old.folder, "old")
  expect(await command(old, "backup", folder)).toMatchObject({ status: 0 })
  const [empty, ahead] = [await open({ empty: true }), await open()]
  expect(await command(empty, "restore", folder)).toMatchObject({ status: 0 })
  const rows = await rowsAt(empty)
  expect(rows.Person).toEqual((await rowsAt(old)).Person)
  expect(rows.migrations).toEqual(migrations.map(({ name, checksum }) => [name, checksum]))
  expect(await command(ahead, "restore", folder)).toEqual({
    status: 1,
    said: expect.stringContaining("has the migration 20261124030000_events_name_what_they_touch already"),
  })
})

test("a backup with a migration that this release does not know is refused", async () => {
  const later = await open({ like: paper.address })
  await ask(
    later.address,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2999_later', now())`,
  )
  const place = await open()
  expect(await command(place, "restore", await saved(later))).toEqual({
    status: 1,
    said: expect.stringContaining(
      "with the migration 2999_later, which this release does not know. Restore it with Standfirst",
    ),
  })
  await ask(
    later.address,
    `UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%init'; DELETE FROM _prisma_migrations WHERE id = 'x'`,
  )
  await rm(join(later.folder, "backups"), { recursive: true })
  expect(await command(place, "restore", await saved(later))).toMatchObject({
    status: 1,
    said: expect.stringContaining("has in another form"),
  })
})

test("rows that do not fit together are told at the backup, and nothing of them is restored", async () => {
  const broken = await open({ like: paper.address })
  await ask(broken.address, `SET session_replication_role = replica; DELETE FROM "Topic"; DELETE FROM "Person"`)
  const folder = join(broken.folder, "broken")
  const { said } = await command(broken, "backup", folder)
  expect(said).toContain("It cannot be restored as it is")
  expect(said).toMatch(/rows of "Version" point to a row of "Person" that is not there/)
  const place = await open()
  const before = await rowsAt(place)
  expect(await command(place, "restore", folder)).toMatchObject({
    status: 1,
    said: expect.stringContaining("do not fit together"),
  })
  expect(await rowsAt(place)).toEqual(before)
  expect(await filesIn(place.folder)).toEqual({})
})

test("a backup goes over nothing, and leaves nothing behind when it cannot be made", async () => {
  const folder = join(paper.folder, "taken")
  await mkdir(folder)
  await writeFile(join(folder, "letter.txt"), "mine")
  for (const there of [folder, join(folder, "letter.txt"), backup, join(paper.folder, "pictures", "copy")])
    expect(await command(paper, "backup", there), there).toMatchObject({
      status: 1,
      said: expect.stringContaining("Name a"),
    })
  expect(await filesIn(folder)).toEqual({ "letter.txt": Buffer.from("mine") })
  const broken = await open({ like: paper.address })
  await ask(broken.address, "DROP TABLE _prisma_migrations")
  await expect(command(broken, "backup", join(broken.folder, "never"))).rejects.toThrow("_prisma_migrations")
  expect(await readdir(broken.folder)).toEqual(["pictures"])
})

test("an empty folder becomes the backup; secrets are not in it, which is said", async () => {
  const folder = join(paper.folder, "empty")
  await mkdir(folder)
  await writeFile(join(paper.folder, "secrets.json"), "{}")
  const { status, said } = await command(paper, "backup", folder)
  expect(status).toBe(0)
  expect(said).toContain("secrets.json is not in it")
  expect(said).toMatch(/Story: \d+ rows/)
  expect(Object.keys(await filesIn(folder)).filter((name) => name.includes("secrets"))).toEqual([])
  expect(await readdir(dirname(folder))).not.toContainEqual(expect.stringMatching(/^\.empty/))
})

test("what sha256sum would say of the manifest is kept beside it", async () => {
  expect(await readFile(join(backup, "manifest.json.sha256"), "utf8")).toMatch(/^[0-9a-f]{64} {2}manifest\.json\n$/)
})

test("a backup that is made while stories are published is the paper of one moment", async () => {
  const busy = await open({ like: paper.address })
  const folder = join(busy.folder, "busy")
  const section = String((await ask(busy.address, `SELECT slug FROM "Section" LIMIT 1`))[0]?.[0])
  await at(busy, async () => {
    const publishing = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 5; n++) await storyIn("published", { section })
    })
    const [{ status }] = await Promise.all([operator("backup", folder), ...publishing])
    expect(status).toBe(0)
  })
  const place = await open()
  expect(await command(place, "restore", folder)).toMatchObject({ status: 0 })
  // The pictures of the paper that this one was copied from lie elsewhere.
  const { said } = await command(place, "verify")
  expect(said.split("\n").filter((line) => !line.includes("picture") && !line.startsWith("Reading"))).toEqual([])
})
