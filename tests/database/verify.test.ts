import { appendFile, cp, rm, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import pg from "pg"
import { CUT_TAIL, foundAfter, tampering } from "../tamperings"
import { at, command, openPlace, type Place, wholePaper } from "../whole-paper"
import { ask } from "./own-database"

test.describe.configure({ mode: "default", timeout: 60_000 })

let paper: Place
/** A published story with two versions, a correction among them, and a picture. */
let id: string
let pictureId: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  paper = await openPlace()
  id = (await at(paper, wholePaper)).id
  pictureId = String((await ask(paper.address, `SELECT id FROM "Picture"`))[0]?.[0])
})

test.afterAll(() => paper.remove())

/** What `verify` says of a copy of the paper after somebody with the rights of the server has changed it behind the triggers. */
async function saidAfter(...statements: string[]) {
  const copy = await openPlace({ like: paper.address })
  try {
    await ask(copy.address, ["SET session_replication_role = replica", ...statements].join("; "))
    const { status, said } = await command({ ...copy, folder: paper.folder }, "verify")
    const sentences = said.split("\n").filter((line) => !line.startsWith("Reading "))
    const told = (ofTheSeal: boolean) => sentences.slice(0, -1).filter((one) => ofSeal.test(one) === ofTheSeal)
    const [wrong, sealed] = [told(false), told(true)]
    return { status, wrong, sealed, last: sentences.at(-1) }
  } finally {
    await copy.remove()
  }
}

/** What is told of the sealed record has its own test: almost everything below is seen there, too. */
const ofSeal =
  /^(Entry \d+ of the record|The record|Event \d+ is missing from the record|The head at|The signature|The newest head|The key)/

const TWO = `"storyId" = 'ID' AND number = 2`
const position = `(SELECT position FROM "StoryEvent" WHERE "storyId" = 'ID' AND act = 'correct')`

/** What was done, by whom it is told (in part), and nothing else is told. */
const TAMPERINGS: [what: string, statement: string, ...told: RegExp[]][] = [
  [
    "an event is taken out of the log",
    `DELETE FROM "StoryEvent" WHERE "storyId" IS NULL AND act = 'sections'`,
    /^Event 1 is missing\.$/,
  ],
  [
    "the end of the log is cut off",
    `DELETE FROM "StoryEvent" WHERE position = (SELECT last FROM "EventCounter")`,
    /^Event \d+ is missing\.$/,
    /^Story .* is spiked; the log left it draft\.$/,
  ],
  [
    "the counter is set back",
    `UPDATE "EventCounter" SET last = last - 1`,
    /^Event \d+ lies outside the log, whose counter stands at \d+\.$/,
  ],
  ["the counter is removed", `DELETE FROM "EventCounter"`, /^The event counter has 0 rows, and must have one\.$/],
  [
    "an event tells of another status",
    `UPDATE "StoryEvent" SET "toStatus" = 'withdrawn' WHERE "storyId" = 'ID' AND act = 'correct'`,
    /^Story ID is published; the log left it withdrawn\.$/,
  ],
  [
    "an event begins where the one before it did not end",
    `UPDATE "StoryEvent" SET "fromStatus" = 'draft' WHERE position = ${position}`,
    /^Event \d+ takes story ID from draft, where the event before it left it published\.$/,
  ],
  [
    "a story is published without an act",
    `UPDATE "Story" SET status = 'published' WHERE status = 'filed'`,
    /^Story .* is published; the log left it filed\.$/,
    /^Story .* is published and has no live version\.$/,
  ],
  [
    "a published story is hidden",
    `UPDATE "Story" SET "liveId" = NULL, "liveRevision" = NULL WHERE id = 'ID'`,
    /^Story ID is published and has no live version\.$/,
  ],
  [
    "readers are shown an older version",
    `UPDATE "Story" SET "liveId" = (SELECT id FROM "Version" WHERE "storyId" = 'ID' AND number = 1) WHERE id = 'ID'`,
    /^Readers of story ID see version 1; the newest is 2\.$/,
  ],
  [
    "readers are shown another story's version",
    `UPDATE "Story" SET "liveId" = (SELECT v.id FROM "Version" v JOIN "Story" s ON s.id = v."storyId" WHERE s.status = 'withdrawn') WHERE id = 'ID'`,
    /^The live pointer of story ID leads to version 1 of story .*\.$/,
  ],
  [
    "a story's revision is set back",
    `UPDATE "Story" SET revision = 2, "liveRevision" = 2 WHERE id = 'ID'`,
    /^Story ID is at revision 2; event \d+ knows it at \d already\.$/,
    /^Story ID is at revision 2; event \d+ knows it at \d already\.$/,
  ],
  [
    "readers have a revision that was never written",
    `UPDATE "Story" SET "liveRevision" = revision + 1 WHERE id = 'ID'`,
    /^Story ID is at revision \d, and readers have revision \d\.$/,
  ],
  [
    "a scheduled story has lost its time",
    `UPDATE "Story" SET "publishAt" = NULL`,
    /^Story .* is scheduled without a time\.$/,
  ],
  [
    "a withdrawn story has lost its time",
    `UPDATE "Story" SET "withdrawnAt" = NULL`,
    /^Story .* is withdrawn without a time\.$/,
  ],
  [
    "a version is renumbered",
    `UPDATE "Version" SET number = 3 WHERE ${TWO}`,
    /^Story ID has a version 3 where version 2 is expected\.$/,
  ],
  [
    "a version is removed with what led to it",
    `UPDATE "StoryEvent" SET "versionId" = NULL WHERE position = ${position};
     UPDATE "Story" SET "liveId" = (SELECT id FROM "Version" WHERE "storyId" = 'ID' AND number = 1) WHERE id = 'ID';
     DELETE FROM "Version" WHERE ${TWO}`,
    /^Event \d+ \(correct\) made a version, and names none\.$/,
  ],
  [
    "a version is put in that no event made",
    `INSERT INTO "Version" SELECT gen_random_uuid(), "storyId", 3, kind, note, headline, standfirst, kicker, dateline, language, section,
       slug, byline, topics, body, related, "publishedAt", "madeAt", "madeById" FROM "Version" WHERE ${TWO}`,
    /^Version 3 of story ID is named by 0 events, and must be by one\.$/,
    /^Readers of story ID see version 2; the newest is 3\.$/,
  ],
  [
    "a version is dated back",
    `UPDATE "Version" SET "madeAt" = "madeAt" - interval '1 day' WHERE ${TWO}`,
    /^Event \d+ \(correct\) and version 2 of story ID do not tell the same story, kind, person and time\.$/,
    /^\/.* leads to story ID since a moment at which it did not come there\.$/,
  ],
  [
    "a correction is passed off as an update",
    `UPDATE "Version" SET kind = 'update', note = '' WHERE ${TWO}`,
    /^Event \d+ \(correct\) and version 2 of story ID do not tell the same/,
  ],
  [
    "a version's text is no text any more",
    `UPDATE "Version" SET body = jsonb_set(body, '{1,kind}', '"sermon"') WHERE ${TWO}`,
    /^Version 2 of story ID cannot be read: body\.1.*: /,
  ],
  [
    "an address is removed",
    `DELETE FROM "Address" WHERE "storyId" = 'ID'`,
    /^Version 1 of story ID stood at .*, which does not lead to it\.$/,
    /^Version 2 of story ID stood at .*, which does not lead to it\.$/,
  ],
  [
    "an address is put in for a story that was never there",
    `INSERT INTO "Address" (section, slug, "storyId") SELECT section, slug, id FROM "Story" WHERE status = 'filed'`,
    /^\/.* leads to story .*, which never stood there\.$/,
  ],
  [
    "a slug leads to two stories",
    `INSERT INTO "Address" (section, slug, "storyId") SELECT 'elsewhere', a.slug, s.id FROM "Address" a, "Story" s
       WHERE a."storyId" = 'ID' AND s.status = 'withdrawn'`,
    /^\/elsewhere\/.* leads to story .*, which never stood there\.$/,
    /^The slug .* leads to 2 stories\.$/,
  ],
  [
    "a picture's digest is overwritten",
    `UPDATE "Picture" SET sha256 = 'none'`,
    /^Picture .* has a digest that is none\.$/,
  ],
  [
    "a picture's row is removed",
    `UPDATE "Version" SET body = (body - 0) || jsonb_build_array(body -> 0) WHERE "storyId" = 'ID'; DELETE FROM "Picture"`,
    /^Version 1 of story ID shows the picture .*, which is not there\.$/,
    /^Version 2 of story ID shows the picture .*, which is not there\.$/,
  ],
  ["a picture's widths are removed", `UPDATE "Picture" SET widths = '{}'`, /^Picture .* has no widths\.$/],
  [
    "a story is removed whose draft was never public",
    `DELETE FROM "Story" WHERE status = 'filed'`,
    /^1 row of "Checkpoint" point/,
    /^1 row of "StoryEvent" point/,
  ],
  [
    "a trigger is turned off",
    `ALTER TABLE "Address" DISABLE TRIGGER "the_record_stays"`,
    /^Nothing keeps the rows of Address from being changed: its trigger is missing or turned off\.$/,
  ],
  [
    "a trigger is removed",
    `DROP TRIGGER "the_record_stays" ON "Version"`,
    /^Nothing keeps the rows of Version from being changed/,
  ],
]

test("a paper that nobody has tampered with is whole, and is counted", async () => {
  const { status, wrong, last } = await saidAfter()
  expect({ status, wrong }).toEqual({ status: 0, wrong: [] })
  expect(last).toMatch(
    /^The record is whole: \d+ stories, \d+ versions, \d+ events, \d+ addresses, 1 pictures, \d+ entries of the record, 7 files of pictures\. Its heads are signed with keys that stand in the same database: --keys says which are yours\.$/,
  )
})

for (const [what, statement, ...told] of TAMPERINGS)
  test(`verify tells when ${what}`, { tag: "@sweep" }, async () => {
    const { status, wrong, last } = await saidAfter(statement.replaceAll("ID", id))
    expect(wrong).toEqual(told.map((line) => expect.stringMatching(new RegExp(line.source.replaceAll("ID", id)))))
    expect(status).toBe(1)
    expect(last).toMatch(/^The record is not whole \(\d+ stories, /)
  })

test("verify tells which file of a picture is missing or damaged", async () => {
  const copy = await openPlace({ like: paper.address })
  const pictures = join(copy.folder, "pictures")
  await cp(join(paper.folder, "pictures"), pictures, { recursive: true })
  const file = (name: string) => join(pictures, `${pictureId}-${name}`)
  await rm(file("480.jpg"))
  await truncate(file("480.webp"), 0)
  await writeFile(file("900.jpg"), "something else altogether")
  await ask(copy.address, `DELETE FROM "PictureFile" WHERE name LIKE '%-900.jpg'`)
  await appendFile(file("900.webp"), "more")
  const after = await command(copy, "verify")
  await copy.remove()
  expect(after.status).toBe(1)
  const damaged = (name: string, why: string) =>
    expect.stringMatching(new RegExp(`^The picture ${pictureId}-${name} is damaged: it ${why}`))
  expect(after.said.split("\n").filter((line) => line.startsWith("The picture"))).toEqual([
    damaged("480.webp", "does not hold what was made \\(0 bytes, and [1-9]\\d* were made\\)\\.$"),
    `The picture ${pictureId}-480.jpg is missing.`,
    damaged("900.webp", "does not hold what was made"),
    damaged("900.jpg", "does not begin as such a file does\\.$"),
  ])
})

test("of files that an earlier release made, verify says how little it knows", async () => {
  const { status, last } = await saidAfter(`DELETE FROM "PictureFile"`)
  expect(status).toBe(0)
  expect(last).toContain("6 files of pictures were made before what they hold was noted")
})

test("what is broken everywhere is told a few times, and that there is more", async () => {
  const { wrong } = await saidAfter(
    `INSERT INTO "Address" (section, slug, "storyId") SELECT 'elsewhere', 'never-' || n, '${id}' FROM generate_series(1, 50) n`,
  )
  expect(wrong).toHaveLength(21)
  expect(wrong.at(-1)).toBe("… and more of this kind.")
})

test("verify finds what is done to the rows of the record, of every kind, and the sentence says where", async () => {
  test.slow()
  const copy = await openPlace({ like: paper.address })
  const client = new pg.Client({ connectionString: copy.address })
  await client.connect()
  try {
    expect(await foundAfter(client, "SELECT 1")).toEqual({ changed: 1, wrong: [] })
    for (let number = 0; number < 48; number++) {
      const { what, statement } = tampering(number * 5)
      const { changed, wrong } = await foundAfter(client, statement)
      expect(changed, what).toBeGreaterThan(0)
      expect(wrong[0] ?? "nothing was found", what).toMatch(/\d|[0-9a-f-]{36}/)
    }
  } finally {
    await client.end()
    await copy.remove()
  }
})

test("a tail that was cut off whole is missed by nobody within the database, and by a witness", async () => {
  const heads = await ask(paper.address, `SELECT json_build_object('size', size, 'root', root) FROM "RecordHead"`)
  const witness = join(paper.folder, "heads.jsonl")
  await writeFile(witness, heads.map(([head]) => `${JSON.stringify(head)}\n`).join(""))
  const copy = await openPlace({ like: paper.address })
  try {
    const place = { ...copy, folder: paper.folder }
    expect(await command(place, "verify", "--witness", witness)).toMatchObject({ status: 0 })
    await ask(copy.address, ["SET session_replication_role = replica", CUT_TAIL].join("; "))
    expect(await command(place, "verify")).toMatchObject({ status: 0 })
    const found = await command(place, "verify", "--witness", witness)
    expect(found.status).toBe(1)
    expect(found.said).toMatch(/The witness saw the record at \d+ entries; it has no such head\./)
  } finally {
    await copy.remove()
  }
})
