import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Stop } from "../say"

const MARK = ".standfirst-mirror"

/** Makes the folder ours, in which we remove whatever we find, or refuses one that is somebody else's. */
export function takeMirrorFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const there = readdirSync(folder)
    if (there.length && !there.includes(MARK))
      throw new Stop(
        `MIRROR_DIR names ${folder}, which holds other files. Name a folder that is empty or not there yet.`,
      )
    if (!existsSync(join(folder, MARK)))
      writeFileSync(join(folder, MARK), "Standfirst keeps this folder, and empties it.\n")
    // Left by a process that was killed.
    for (const name of there.filter((one) => one.startsWith(".gone-")))
      rmSync(join(folder, name), { recursive: true, force: true })
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(
      `MIRROR_DIR names ${folder}, which cannot be written: ${error instanceof Error ? error.message : error}.`,
    )
  }
}
