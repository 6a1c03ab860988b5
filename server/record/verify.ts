import type pg from "pg"
import { z } from "zod"
import { fewAtOnce } from "../../lib/few-at-once"
import type { Shelf } from "../../lib/pictures/shelf.server"
import { contentHash } from "../../lib/record/versions.server"
import { textOfRow } from "../../lib/story/row.server"
import { fetched } from "../backup/pictures"
import { inSnapshot, read } from "../backup/tables"
import { say } from "../say"
import { readKeys } from "./keys"
import { faultOf, type NamedFile, namedFiles, stillWanted } from "./picture-files"
import { rowsThatPointNowhere } from "./references"
import { RULES } from "./rules"
import { checkSealed, checkWitness } from "./sealed"

type Place = {
  databaseUrl: string
  /** where the files of pictures lie */
  shelf: Shelf
  /** a file with heads of the record as somebody else kept them, one in a line */
  witness?: string | undefined
  /** a file with the keys that somebody trusts */
  keys?: string | undefined
}

/** Reads the whole record as it is at one moment, while people go on working, and says what is wrong with it. */
export async function verify({
  databaseUrl,
  shelf,
  witness,
  keys,
}: Place): Promise<{ said: string } | { refused: string }> {
  const own = keys ? await readKeys(keys) : undefined
  return inSnapshot(databaseUrl, async (client) => {
    const { wrong, entries } = await faultsOf(client, own)
    if (witness) wrong.push(...few(await checkWitness(client, witness)))
    say("Reading every picture …")
    const { files, unnoted, faults } = await checkPictures(client, databaseUrl, shelf)
    wrong.push(...few(faults))
    const counts = `${await count(client)}, ${entries} entries of the record, ${files} files of pictures`
    if (wrong.length) return { refused: [...wrong, `The record is not whole (${counts}).`].join("\n") }
    const remarks = [
      own ? "" : "Its heads are signed with keys that stand in the same database: --keys says which are yours.",
      unnoted &&
        `${unnoted} files of pictures were made before what they hold was noted: that they are there and begin as such files do is all that is known of them.`,
    ].filter(Boolean)
    return { said: [`The record is whole: ${counts}.`, ...remarks].join(" ") }
  })
}

/** What is wrong with the rows of the record, in sentences, and how many entries are sealed. */
export async function faultsOf(client: pg.Client, own?: ReadonlyMap<string, string>) {
  const wrong = await rowsThatPointNowhere(client)
  for (const rule of RULES) wrong.push(...few(await broken(client, rule)))
  say("Reading every version …")
  wrong.push(...few(await unreadableVersions(client)))
  say("Reading the sealed record …")
  const sealed = await checkSealed(client, own)
  return { wrong: [...wrong, ...few(sealed.wrong)], entries: sealed.entries }
}

const MOST = 20

/** The first sentences of a kind, and that there are more: what broke once often broke everywhere. */
const few = (sentences: string[]) =>
  sentences.length > MOST ? [...sentences.slice(0, MOST), "… and more of this kind."] : sentences

async function broken(client: pg.Client, rule: string): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text: `${rule} LIMIT ${MOST + 1}`, rowMode: "array" })
  return rows.map(([sentence]) => sentence)
}

async function unreadableVersions(client: pg.Client): Promise<string[]> {
  const wrong: string[] = []
  for await (const rows of read<VersionRow>(client, `SELECT * FROM "Version"`))
    for (const row of rows) {
      const problem = problemOf(row)
      if (problem) wrong.push(`Version ${row.number} of story ${row.storyId} cannot be read: ${problem}`)
    }
  return wrong
}

type VersionRow = Parameters<typeof textOfRow>[0] & { number: number; storyId: string }

/** A digest of a version's words is what others will hold us to: it must be there to be computed. */
function problemOf(row: VersionRow): string | null {
  try {
    contentHash(textOfRow(row))
    return null
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const [issue] = error.issues
    return `${issue?.path.join(".")}: ${issue?.message}`
  }
}

const AT_ONCE = 8

/** Is every file there that a picture's row or a live story names, and does it hold what was made? Every byte of each is read. */
async function checkPictures(client: pg.Client, databaseUrl: string, shelf: Shelf) {
  const faults: string[] = []
  const found: { file: NamedFile; sentence: string }[] = []
  let [count, unnoted] = [0, 0]
  for await (const { files, faults: rowsAtFault } of namedFiles(client)) {
    faults.push(...rowsAtFault)
    count += files.length
    unnoted += files.filter(({ made }) => !made).length
    const some = new Map<NamedFile, string>()
    await fewAtOnce(files, AT_ONCE, async (file) => {
      const fault = faultOf(file, await fetched(shelf, file.name))
      if (fault) some.set(file, `The picture ${file.name} ${fault}.`)
    })
    found.push(...files.flatMap((file) => ({ file, sentence: some.get(file) ?? "" })).filter((one) => one.sentence))
  }
  const wanted = await stillWanted(
    databaseUrl,
    found.map(({ file }) => file),
  )
  faults.push(...found.flatMap(({ file, sentence }) => (wanted.has(file.name) ? sentence : [])))
  return { files: count, unnoted, faults }
}

const COUNTED = {
  Story: "stories",
  Version: "versions",
  StoryEvent: "events",
  Address: "addresses",
  Picture: "pictures",
}

async function count(client: pg.Client): Promise<string> {
  const columns = Object.keys(COUNTED).map((table) => `(SELECT count(*)::int FROM "${table}") AS "${table}"`)
  const { rows } = await client.query<Record<string, number>>(`SELECT ${columns.join(", ")}`)
  return Object.entries(COUNTED)
    .map(([table, word]) => `${rows[0]?.[table]} ${word}`)
    .join(", ")
}
