import { open } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { z } from "zod"
import { kindOfBytes } from "../../lib/pictures/kinds"
import { FORMATS, type Format, pictureFile } from "../../lib/pictures/pictures"
import { contentHash } from "../../lib/record/versions.server"
import { textOfRow } from "../../lib/story/row.server"
import { inSnapshot, read } from "../backup/tables"
import { isCode } from "../files"
import { say } from "../say"
import { rowsThatPointNowhere } from "./references"
import { RULES } from "./rules"

type Place = { databaseUrl: string; pictures: string }

/** Reads the whole record as it is at one moment, while people go on working, and says what is wrong with it. */
export async function verify({ databaseUrl, pictures }: Place): Promise<{ said: string } | { refused: string }> {
  return inSnapshot(databaseUrl, async (client) => {
    const wrong = await rowsThatPointNowhere(client)
    for (const rule of RULES) wrong.push(...few(await broken(client, rule)))
    say("Reading every version …")
    wrong.push(...few(await unreadableVersions(client)))
    say("Reading every picture …")
    const { files, faults } = await checkPictures(client, pictures)
    wrong.push(...few(faults))
    const counts = `${await count(client)}, ${files} files of pictures`
    if (wrong.length) return { refused: [...wrong, `The record is not whole (${counts}).`].join("\n") }
    return { said: `The record is whole: ${counts}.` }
  })
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

type PictureRow = { id: string; widths: number[] }

/** Is every file of every picture there, and does it begin as its format does? */
async function checkPictures(client: pg.Client, folder: string) {
  const faults: string[] = []
  let files = 0
  for await (const rows of read<PictureRow>(client, `SELECT id, widths FROM "Picture"`))
    for (const { id, widths } of rows) {
      if (!widths.length) faults.push(`Picture ${id} has no widths.`)
      for (const name of widths.flatMap((width) => FILES.map(([format]) => pictureFile(id, width, format)))) {
        files++
        const fault = await faultOf(join(folder, name))
        if (fault) faults.push(`The picture ${name} ${fault}.`)
      }
    }
  return { files, faults }
}

const FILES = Object.entries(FORMATS) as [Format, string][]

async function faultOf(path: string): Promise<string | null> {
  const file = await open(path).catch((error) => {
    if (isCode(error, "ENOENT")) return null
    throw error
  })
  if (!file) return "is missing"
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0)
    const kind = kindOfBytes(buffer)
    const type = FILES.find(([format]) => path.endsWith(`.${format}`))?.[1]
    return kind && `image/${kind}` === type ? null : "is damaged: it does not begin as such a file does"
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
