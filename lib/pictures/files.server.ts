import "server-only"
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { db, type Transaction } from "../db.server"
import { env } from "../env.server"
import { formatOfFile, isOldCrop } from "./crops"
import { FORMATS, masterFile, type PictureSize, pictureFile } from "./pictures"
import { inS3 } from "./s3.server"
import { shareOfStory } from "./share"
import { onDisk, type Shelf } from "./shelf.server"

const HOUR = 3_600_000

/** The folder of all pictures, where they lie on this disk; elsewhere, only of those that are being made. */
export const picturesFolder = () => join(/* turbopackIgnore: true */ env.dataDir, "pictures")

/** Where the files of pictures lie: in a bucket where one is named, otherwise on the disk. */
export const shelf = (): Shelf => (env.picturesS3 ? inS3(env.picturesS3) : onDisk(picturesFolder()))

/** A new folder to make a picture's files in; what a crash left of earlier ones goes. */
export async function workFolder(id: string): Promise<string> {
  const all = join(picturesFolder(), ".making")
  const folder = join(all, id)
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(all)) {
    const age =
      Date.now() -
      (await stat(join(all, name))
        .catch(() => null)
        .then((found) => found?.mtimeMs ?? Date.now()))
    if (age > HOUR) await removeFolder(join(all, name))
  }
  return folder
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

export type FileMade = { name: string; bytes: number; sha256: string }

/** Moves the finished files to where readers get them: each appears whole or not at all. Gives what each holds, to be noted with the row that names it. */
export async function bringIn(folder: string): Promise<FileMade[]> {
  const made: FileMade[] = []
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name))
    made.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") })
  }
  await shelf().put(
    folder,
    made.map(({ name }) => name),
  )
  return made
}

/** Notes what files hold, so that a changed one is found. One that was made again is noted as it is now. */
export async function noteFiles(tx: Pick<Transaction, "$executeRaw">, made: readonly FileMade[]): Promise<void> {
  const [names, bytes, digests] = [
    made.map(({ name }) => name),
    made.map((one) => one.bytes),
    made.map((one) => one.sha256),
  ]
  await tx.$executeRaw`
    INSERT INTO "PictureFile" (name, bytes, sha256) SELECT * FROM unnest(${names}::text[], ${bytes}::int[], ${digests}::text[])
    ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256`
}

/** Takes the files of a picture away again whose row was never kept. */
export async function takeOut(id: string): Promise<void> {
  const there = shelf()
  const names = await there.list(id)
  await there.remove(names.filter((name) => name.startsWith(`${id}-`) || name === masterFile(id)))
}

/** Crops around focal points other than these go. */
export const removeOldCrops = (id: string, marks: readonly string[]) =>
  removeFiles(id, (name) => isOldCrop(name, id, marks))

/** Removes the files of pictures whose names begin so, and are meant. */
export async function removeFiles(prefix: string, meant: (name: string) => boolean): Promise<void> {
  const there = shelf()
  const names = (await there.list(prefix)).filter(meant)
  if (!names.length) return
  // First the notes: a file without one is no fault, a note without its file would look like one.
  await db.pictureFile.deleteMany({ where: { name: { in: names } } })
  await there.remove(names)
}

/** What the further files of a picture are made from; a picture of an earlier release has its largest file only. */
export async function readMaster({ id, width }: Pick<PictureSize, "id" | "width">): Promise<Buffer> {
  const [first, second] = [masterFile(id), pictureFile(id, width, "webp")]
  const found = (await shelf().get(first)) ?? (await shelf().get(second))
  if (!found) throw new Error(`Neither ${first} nor ${second} is there.`)
  return found
}

/** The same as a file of its own in another folder: gives its path. */
export async function writeMaster(picture: Pick<PictureSize, "id" | "width">, folder: string): Promise<string> {
  const path = join(folder, "picture.webp")
  await writeFile(path, await readMaster(picture))
  return path
}

/** The bytes of a picture's file or a share picture, or null when there is no such file. */
export async function readPicture(name: string): Promise<{ bytes: Buffer<ArrayBuffer>; type: string } | null> {
  const format = formatOfFile(name) ?? (shareOfStory(name) && "jpg")
  if (!format) return null
  const bytes = await shelf().get(name)
  return bytes && { bytes, type: FORMATS[format] }
}
