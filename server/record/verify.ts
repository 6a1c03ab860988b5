import { open } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { z } from "zod"
import { filesOfPicture } from "../../lib/pictures/crops"
import { isAvif, kindOfBytes } from "../../lib/pictures/kinds"
import type { PictureSize } from "../../lib/pictures/pictures"
import { contentHash } from "../../lib/record/versions.server"
import { textOfRow } from "../../lib/story/row.server"
import { inSnapshot, read } from "../backup/tables"
import { isCode } from "../files"
import { say } from "../say"
import { readKeys } from "./keys"
import { rowsThatPointNowhere } from "./references"
import { RULES } from "./rules"
import { checkSealed, checkWitness } from "./sealed"

type Place = {
  databaseUrl: string
  pictures: string
  /** a file with heads of the record as somebody else kept them, one in a line */
  witness?: string | undefined
  /** a file with the keys that somebody trusts */
  keys?: string | undefined
}

/** Reads the whole record as it is at one moment, while people go on working, and says what is wrong with it. */
export async function verify({
  databaseUrl,
  pictures,
  witness,
  keys,
}: Place): Promise<{ said: string } | { refused: string }> {
  const own = keys ? await readKeys(keys) : undefined
  return inSnapshot(databaseUrl, async (client) => {
    const { wrong, entries } = await faultsOf(client, own)
    if (witness) wrong.push(...few(await checkWitness(client, witness)))
    say("Reading every picture …")
    const { files, faults } = await checkPictures(client, pictures)
    wrong.push(...few(faults))
    const counts = `${await count(client)}, ${entries} entries of the record, ${files} files of pictures`
    if (wrong.length) return { refused: [...wrong, `The record is not whole (${counts}).`].join("\n") }
    const remark = own
      ? ""
      : ` Its heads are signed with keys that stand in the same database: --keys says which are yours.`
    return { said: `The record is whole: ${counts}.${remark}` }
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

const SHARED = `SELECT "sharePicture" AS name FROM "Story" WHERE "liveId" IS NOT NULL AND "sharePicture" <> ''`

/** Is every file there that a picture's row or a live story names, and does it begin as its format does? */
async function checkPictures(client: pg.Client, folder: string) {
  const faults: string[] = []
  let files = 0
  const look = async (name: string) => {
    files++
    const fault = await faultOf(join(folder, name))
    if (fault) faults.push(`The picture ${name} ${fault}.`)
  }
  for await (const rows of read<PictureSize>(client, `SELECT id, width, height, widths, avif, crops FROM "Picture"`))
    for (const picture of rows) {
      if (!picture.widths.length) faults.push(`Picture ${picture.id} has no widths.`)
      for (const name of filesOfPicture(picture)) await look(name)
    }
  for await (const rows of read<{ name: string }>(client, SHARED)) for (const { name } of rows) await look(name)
  return { files, faults }
}

const BEGINS: Record<string, (bytes: Uint8Array) => boolean> = {
  avif: isAvif,
  webp: (bytes) => kindOfBytes(bytes) === "webp",
  jpg: (bytes) => kindOfBytes(bytes) === "jpeg",
}

async function faultOf(path: string): Promise<string | null> {
  const file = await open(path).catch((error) => {
    if (isCode(error, "ENOENT")) return null
    throw error
  })
  if (!file) return "is missing"
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0)
    const begins = BEGINS[path.slice(path.lastIndexOf(".") + 1)]
    return begins?.(buffer) ? null : "is damaged: it does not begin as such a file does"
  } finally {
    await file.close()
  }
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
