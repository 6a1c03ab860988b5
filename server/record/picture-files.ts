import type pg from "pg"
import { filesOfPicture } from "../../lib/pictures/crops"
import { isAvif, kindOfBytes } from "../../lib/pictures/kinds"
import type { PictureSize } from "../../lib/pictures/pictures"
import { type Digest, digestOfBytes } from "../backup/digest"
import { connected, read } from "../backup/tables"

/** A file of a picture that the paper names, and what it held when it was made; null where no release has noted that. */
export type NamedFile = { name: string; made: Digest | null }

const SHARED = `SELECT "sharePicture" AS name FROM "Story" WHERE "liveId" IS NOT NULL AND "sharePicture" <> ''`
/** What further files of pictures are made from. No row names them but the note of what they hold. */
const MASTERS = `SELECT name FROM "PictureFile" WHERE name LIKE '%.master.webp'`

/** Every file that a picture's row or a live story names, some at a time, and sentences about rows that name none. */
export async function* namedFiles(client: pg.Client): AsyncGenerator<{ files: NamedFile[]; faults: string[] }> {
  for await (const rows of read<PictureSize>(client, `SELECT id, width, height, widths, avif, crops FROM "Picture"`)) {
    const bare = rows.filter(({ widths }) => !widths.length)
    const faults = bare.map(({ id }) => `Picture ${id} has no widths.`)
    yield { files: await withNotes(client, rows.flatMap(filesOfPicture)), faults }
  }
  for (const query of [SHARED, MASTERS])
    for await (const rows of read<{ name: string }>(client, query))
      yield {
        files: await withNotes(
          client,
          rows.map(({ name }) => name),
        ),
        faults: [],
      }
}

async function withNotes(client: pg.Client, names: string[]): Promise<NamedFile[]> {
  const query = `SELECT name, bytes, sha256 FROM "PictureFile" WHERE name = ANY($1)`
  const { rows } = await client.query<{ name: string } & Digest>(query, [names])
  const notes = new Map(rows.map(({ name, bytes, sha256 }) => [name, { bytes, sha256 }]))
  return names.map((name) => ({ name, made: notes.get(name) ?? null }))
}

/**
 * Of files at fault the names of those that the paper still wants as they were. It goes on while it is read, and what it has taken away or made again
 * since (a share picture, crops around another point) is no fault: notes go before their files do.
 */
export async function stillWanted(databaseUrl: string, files: readonly NamedFile[]): Promise<Set<string>> {
  if (!files.length) return new Set()
  const names = files.map(({ name }) => name)
  const now = new Map(
    (await connected(databaseUrl, (client) => withNotes(client, names))).map(({ name, made }) => [name, made?.sha256]),
  )
  return new Set(files.flatMap(({ name, made }) => (!made || now.get(name) === made.sha256 ? name : [])))
}

const BEGINS: Record<string, (bytes: Uint8Array) => boolean> = {
  avif: isAvif,
  webp: (bytes) => kindOfBytes(bytes) === "webp",
  jpg: (bytes) => kindOfBytes(bytes) === "jpeg",
}

/** What is wrong with a file, behind its name; null: nothing that can be known. */
export function faultOf({ name, made }: NamedFile, bytes: Buffer | null): string | null {
  if (!bytes) return "is missing"
  if (made) {
    if (digestOfBytes(bytes).sha256 === made.sha256) return null
    return `is damaged: it does not hold what was made (${bytes.length} bytes, and ${made.bytes} were made)`
  }
  const begins = BEGINS[name.slice(name.lastIndexOf(".") + 1)]
  return begins?.(bytes) ? null : "is damaged: it does not begin as such a file does"
}
