import "server-only"
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { env } from "../env.server"
import { formatOfFile, isOldCrop } from "./crops"
import { FORMATS, masterFile, type PictureSize, pictureFile } from "./pictures"
import { shareOfStory } from "./share"

const HOUR = 3_600_000

/** The folder of all pictures. */
export const picturesFolder = () => join(/* turbopackIgnore: true */ env.dataDir, "pictures")

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

/** Moves the finished files to where readers get them: each appears whole or not at all. */
export async function bringIn(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rename(join(folder, name), join(picturesFolder(), name))
  // The names themselves survive a power cut too (Windows cannot open a folder, and need not).
  if (process.platform === "win32") return
  const directory = await open(picturesFolder())
  await directory.sync().finally(() => directory.close())
}

/** Takes a picture's files away again. */
export async function takeOut(id: string): Promise<void> {
  await removeFiles((name) => name.startsWith(`${id}-`) || name === masterFile(id))
}

/** Crops around focal points other than these go. */
export const removeOldCrops = (id: string, marks: readonly string[]) =>
  removeFiles((name) => isOldCrop(name, id, marks))

/** Removes the files in the pictures folder whose names are meant. */
export async function removeFiles(meant: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(picturesFolder()).catch(() => []))
    if (meant(name)) await rm(join(picturesFolder(), name), { force: true })
}

/** What the further files of a picture are made from; a picture of an earlier release has its largest file only. */
export async function readMaster({ id, width }: Pick<PictureSize, "id" | "width">): Promise<Buffer> {
  const read = (name: string) => readFile(join(picturesFolder(), name))
  return read(masterFile(id)).catch(() => read(pictureFile(id, width, "webp")))
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
  const bytes = await readFile(join(picturesFolder(), name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
  return bytes && { bytes, type: FORMATS[format] }
}
