import "server-only"
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { env } from "../env.server"
import { FORMATS, formatOfFile, pictureFile } from "./pictures"

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
export async function takeOut(id: string, widths: readonly number[]): Promise<void> {
  for (const width of widths)
    for (const format of Object.keys(FORMATS) as (keyof typeof FORMATS)[])
      await rm(join(picturesFolder(), pictureFile(id, width, format)), { force: true })
}

/** The bytes of a picture's file, or null when there is no such file. */
export async function readPicture(name: string): Promise<{ bytes: Buffer<ArrayBuffer>; type: string } | null> {
  const format = formatOfFile(name)
  if (!format) return null
  const bytes = await readFile(join(picturesFolder(), name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
  return bytes && { bytes, type: FORMATS[format] }
}
