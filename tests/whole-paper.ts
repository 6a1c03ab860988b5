import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { db, Prisma } from "@/lib/db.server"
import { addPackage, choosePackages } from "@/lib/packages/packages.server"
import { invite } from "@/lib/people/invitations.server"
import { OPERATOR } from "@/lib/people/people"
import { openSession } from "@/lib/people/sessions.server"
import { createToken } from "@/lib/people/tokens.server"
import { sealEvents } from "@/lib/record/seal.server"
import { keepNote } from "@/lib/related/notes.server"
import { setAside } from "@/lib/story/aside.server"
import { saveDraft } from "@/lib/story/save.server"
import { addSection } from "@/lib/story/sections.server"
import { ask, enter, makeDatabase, type OwnDatabase } from "./database/own-database"
import { setFor } from "./environment"
import { fullStory } from "./full-story"
import { cast, rareWord, storyIn } from "./newsroom"
import { operator } from "./operator"

/** A database with a data folder: what the operator's command works on. */
export type Place = OwnDatabase & { folder: string }

/** A place of a test's own; it goes with `remove`. */
export async function openPlace(of: Parameters<typeof makeDatabase>[0] = {}): Promise<Place> {
  const database = await makeDatabase(of)
  const folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  await mkdir(join(folder, "pictures"))
  const remove = () => database.remove().then(() => rm(folder, { recursive: true, force: true }))
  return { ...database, folder, remove }
}

/** Does the work as if the application ran at this place. */
export async function at<R>(
  { address, folder }: Pick<Place, "address" | "folder">,
  work: () => Promise<R>,
): Promise<R> {
  const leave = enter(address)
  const goBack = setFor({ DATA_DIR: folder })
  try {
    return await work()
  } finally {
    goBack()
    await leave()
  }
}

/** `npm run newsroom -- …` at this place. */
export const command = (place: Place, ...args: string[]) => at(place, () => operator(...args))

/** Fills every table: a story in every state, one with everything in it, and what else a newsroom leaves behind. */
export async function wholePaper() {
  const { ada, ben, cleo } = await cast()
  const word = rareWord()
  const section = await addSection(OPERATOR, { name: `Section ${word}` })
  if ("refused" in section) throw new Error(section.refused)
  const story = await fullStory()
  const made = await addPackage(cleo, { name: `Package ${word}`, lead: "In short." })
  if ("package" in made) await choosePackages(ben, story.id, [made.package.slug])
  await keepNote(ben, { id: story.id, target: story.id, text: "Why it is here.\nAnd why first." })
  const given = { section: section.section.slug }
  const changed = await storyIn("published", given)
  await saveDraft(ben, changed.id, changed.revision, { kicker: "Analysis" })
  await setAside(ben, changed.id, changed.revision + 1)
  for (const status of ["draft", "filed", "scheduled", "published", "withdrawn", "spiked"] as const) {
    await storyIn(status, given)
    while (await sealEvents());
  }
  await db.topic.create({
    data: { slug: word, name: 'Lines\n\u2028 and "quotes", \\backslashes\\, 👩‍🚀\ttabs, {braces}, null' },
  })
  await openSession(ada.id)
  await createToken(ben.id, "wire")
  await invite(OPERATOR, cleo.id)
  await db.rateLimiterFlexible.create({ data: { key: word, points: 3 } })
  const answers = [Prisma.JsonNull, Prisma.DbNull, { n: 1.5, deep: [null, "\u2028"] }]
  for (const [index, answer] of answers.entries())
    await db.idempotencyKey.create({ data: { key: `${word}-${index}`, personId: ada.id, request: word, answer } })
  return story
}

/** Every row of every table, what the tables are held by, and the migrations, as text that can be compared. */
export async function rowsAt({ address }: Place) {
  const tables = await ask(
    address,
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  )
  const rows: Record<string, unknown> = {
    held: await ask(
      address,
      "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2",
    ),
    migrations: await ask(address, "SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1"),
  }
  // How far somebody has read the log is no part of the paper.
  for (const name of tables.flat().filter((one) => one !== "_prisma_migrations" && one !== "Follower"))
    rows[String(name)] = await ask(address, `SELECT t::text FROM public."${name}" t ORDER BY 1`)
  return rows
}

/** Every file in a folder with its bytes. */
export async function filesIn(folder: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(
    paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path)]),
  )
  return Object.fromEntries(files)
}
