import { execFile } from "node:child_process"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import pg from "pg"
import { z } from "zod"
import { slots } from "@/lib/front/arrangement"
import { readPicture } from "@/lib/pictures/files.server"
import { storyText } from "@/lib/story/story"
import { rareWord } from "../newsroom"

// A database of its own, filled as `npm start` fills one: in another process, for an address is read once in each.
const run = promisify(execFile)
const given = process.env.DATABASE_URL ?? ""
const name = `standfirst_demo_${rareWord()}`
const own = Object.assign(new URL(given || "postgresql://localhost"), { pathname: `/${name}` }).href
let folder: string
let paper: pg.Client

test.describe.configure({ mode: "serial", timeout: 120_000 })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  const server = new pg.Client({ connectionString: given })
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  await server.end()
  paper = new pg.Client({ connectionString: own })
  await paper.connect()
  const migrations = (await readdir("prisma/migrations", { withFileTypes: true })).filter((one) => one.isDirectory())
  for (const migration of migrations.map((one) => one.name).sort())
    await paper.query(await readFile(join("prisma/migrations", migration, "migration.sql"), "utf8"))
  await fill()
})

test.afterAll(async () => {
  await paper.end()
  const server = new pg.Client({ connectionString: given })
  await server.connect()
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await server.end()
  await rm(folder, { recursive: true, force: true })
})

async function fill() {
  const env = { ...process.env, DATABASE_URL: own, DATA_DIR: folder, DEMO_PASSWORD: "four calm herons upstream" }
  const started = ["node_modules/tsx/dist/cli.mjs", "--tsconfig", "tsconfig.node.json", "server/demo.ts"]
  return (await run(process.execPath, started, { env })).stdout
}

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await paper.query(query)).rows
}
const words = Object.keys(storyText.shape)
  .map((field) => `"${field}"`)
  .join(", ")
const texts = async (table: string) =>
  (await rows(`SELECT ${words} FROM "${table}"`)).map((row) => storyText.parse(row))

test("the demo paper has its stories, sections, people and every kind of fate", async () => {
  const [counted] = await rows(`SELECT
    (SELECT count(*)::int FROM "Section") AS sections,
    (SELECT count(*)::int FROM "Story" WHERE "liveId" IS NOT NULL) AS live,
    (SELECT count(DISTINCT v.section)::int FROM "Version" v JOIN "Story" s ON s."liveId" = v.id) AS filled,
    (SELECT count(*)::int FROM "Version" WHERE kind = 'correct' AND note <> '') AS corrections,
    (SELECT count(*)::int FROM "Version" WHERE kind = 'update') AS updates`)
  expect(counted).toEqual({ sections: 5, live: 21, filled: 5, corrections: 1, updates: 1 })
  const statuses = await rows(`SELECT status, count(*)::int FROM "Story" GROUP BY status ORDER BY status`)
  expect(statuses.map(({ status, count }) => `${count} ${status}`)).toEqual([
    ...["2 draft", "1 filed", "21 published", "1 scheduled", "1 spiked", "1 withdrawn"],
  ])
  const people = await rows(`SELECT email, role, "passwordHash" <> '' AS ready FROM "Person" ORDER BY email`)
  expect(people).toEqual([
    { email: "ada@demo.test", role: "reporter", ready: true },
    { email: "ben@demo.test", role: "editor", ready: true },
    { email: "cleo@demo.test", role: "admin", ready: true },
    { email: "dirk@demo.test", role: "reporter", ready: true },
  ])
})

test("every text of the demo paper is whole: its blocks, its names, its pictures in every width", async () => {
  const pictures = new Map(
    (await rows(`SELECT id, widths FROM "Picture"`)).map((row) => [row.id, z.array(z.int()).parse(row.widths)]),
  )
  process.env.DATA_DIR = folder
  const used = new Set<string>()
  for (const text of [...(await texts("Story")), ...(await texts("Version"))]) {
    expect(text.byline.length, text.headline).toBeGreaterThan(0)
    for (const block of text.body) if (block.kind === "picture" && block.pictureId) used.add(block.pictureId)
  }
  expect([...used].sort()).toEqual([...pictures.keys()].sort())
  for (const [id, widths] of pictures)
    for (const width of widths)
      for (const format of ["webp", "jpg"])
        expect(await readPicture(`${id}-${width}.${format}`), `${id}-${width}.${format}`).not.toBe(null)
})

test("whatever the demo paper relates to is there, and live stories relate to live ones", async () => {
  const live = (await rows(`SELECT id FROM "Story" WHERE "liveId" IS NOT NULL`)).map(({ id }) => id)
  const links = (await rows(`SELECT id FROM "OutsideLink"`)).map(({ id }) => id)
  expect(links.length).toBeGreaterThan(3)
  for (const { related, headline } of await texts("Version"))
    for (const item of related) expect("story" in item ? live : links, headline).toContain(Object.values(item)[0])
})

test("the packages of the demo paper have pages: each has stories, and all of them are public", async () => {
  const packages = await rows(`SELECT p.name, count(*)::int AS stories, count(s."liveId")::int AS live
    FROM "Package" p JOIN "PackageStory" m ON m."packageId" = p.id JOIN "Story" s ON s.id = m."storyId" GROUP BY p.name ORDER BY p.name`)
  expect(packages).toEqual([
    { name: "Asylum and migration", stories: 2, live: 2 },
    { name: "What a town keeps", stories: 4, live: 4 },
  ])
})

test("no live story of the demo paper has changes that readers do not see", async () => {
  expect(await rows(`SELECT headline FROM "Story" WHERE "liveId" IS NOT NULL AND revision <> "liveRevision"`)).toEqual(
    [],
  )
})

test("the front of the demo paper is arranged: a lead in other words, a feature, and all of it public", async () => {
  const arrangements = await rows(`SELECT page, slots FROM "Arrangement"`)
  expect(arrangements).toMatchObject([
    { page: "front", slots: [{ size: "lead" }, { size: "feature" }, { size: "plain" }] },
  ])
  const given = slots.parse(arrangements[0]?.slots)
  const live = await rows(`SELECT s.id, v.headline FROM "Story" s JOIN "Version" v ON v.id = s."liveId"`)
  for (const { story } of given) expect(live.map(({ id }) => id)).toContain(story)
  expect(given[0]?.headline).toBeTruthy()
  expect(live.map(({ headline }) => headline)).not.toContain(given[0]?.headline)
})

test("the log of the demo paper is in the order of its hours, and none of it lies ahead", async () => {
  const events = await rows(
    `SELECT position, at, at <= now() AS past FROM "StoryEvent" WHERE "storyId" IS NOT NULL ORDER BY position`,
  )
  const hours = events.map(({ at }) => z.date().parse(at).getTime())
  expect(hours).toEqual(hours.toSorted((a, b) => a - b))
  expect(events.every(({ past }) => past)).toBe(true)
  const early = await rows(`SELECT headline FROM "Story" WHERE "createdAt" > "firstPublishedAt"`)
  expect(early).toEqual([])
})

const article = process.env.SEED_ARTICLE
if (article)
  test("no sentence of the agency's article stands in the demo paper", async () => {
    const shingles = (text: string) => {
      const all = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
      return all.slice(0, -7).map((_, at) => all.slice(at, at + 8).join(" "))
    }
    const theirs = new Set(shingles(await readFile(article, "utf8")))
    const ours = (await texts("Story")).flatMap((text) =>
      shingles(JSON.stringify([text.headline, text.standfirst, text.body])),
    )
    expect(ours.filter((one) => theirs.has(one))).toEqual([])
  })

test("a database with people in it is left alone", async () => {
  const before = await rows(`SELECT count(*)::int FROM "Story"`)
  expect(await fill()).toContain("There are people in this database already")
  expect(await rows(`SELECT count(*)::int FROM "Story"`)).toEqual(before)
})
