import "server-only"
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"

/** Where the files of pictures lie; `place` says where that is, to people. A name is that of a file and means one content for ever. */
export type Shelf = {
  place: string
  /** Takes finished files from a folder: each appears whole or not at all, and all of them are there to stay when this is done. */
  put(folder: string, names: readonly string[]): Promise<void>
  /** A file's bytes, or null when there is none of that name. */
  get(name: string): Promise<Buffer<ArrayBuffer> | null>
  /** Removes files; one that is not there is no mistake. */
  remove(names: readonly string[]): Promise<void>
  /** The names that begin so, in no order. */
  list(prefix: string): Promise<string[]>
}

/** Files in a folder of this machine, or of one that several machines share. */
export function onDisk(folder: string): Shelf {
  return {
    place: folder,
    async put(from, names) {
      await mkdir(folder, { recursive: true })
      for (const name of names) await rename(join(from, name), join(folder, name))
      // The names themselves survive a power cut too (Windows cannot open a folder, and need not).
      if (process.platform === "win32") return
      const directory = await open(folder)
      await directory.sync().finally(() => directory.close())
    },
    async get(name) {
      return readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null
        throw error
      })
    },
    async remove(names) {
      for (const name of names) await rm(join(folder, name), { force: true })
    },
    async list(prefix) {
      const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return []
        throw error
      })
      return entries.flatMap((one) =>
        one.isFile() && one.name.startsWith(prefix) && !one.name.startsWith(".") ? one.name : [],
      )
    },
  }
}
