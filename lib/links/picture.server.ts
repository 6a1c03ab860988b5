import "server-only"
import { randomUUID } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { removeFolder, workFolder } from "../pictures/files.server"
import { makeRenditions } from "../pictures/renditions.server"

/** How wide it is kept, and how large it has to be to be a picture and no mark of a site. */
const WIDTH = 192
const SMALLEST = 64
/** Nobody waits for it, and it is small: what takes longer than this is not worth it. */
const LIMITS = { time: 10_000, pixels: 20_000_000 }

/** A picture from elsewhere made again, small, in the process that reads all foreign pictures; null where it is none. */
export async function makeSmall(bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  const id = randomUUID()
  const folder = await workFolder(id)
  try {
    const name = `${id}.webp`
    const files = [{ name, width: WIDTH, format: "webp" as const }]
    const made = await makeRenditions(bytes, { id, folder, xmp: "", files, limits: LIMITS, ...(signal && { signal }) })
    if ("refused" in made || made.width < SMALLEST || made.height < SMALLEST) return null
    return new Uint8Array(await readFile(join(folder, name)))
  } finally {
    await removeFolder(folder)
  }
}
