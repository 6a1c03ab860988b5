import { randomUUID } from "node:crypto"
import { readFile, rename, rm, writeFile } from "node:fs/promises"

/** A file's text, or undefined where there is none. */
export async function readIfThere(path: string) {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined
    throw error
  })
}

/** Writes beside the file and renames, so that a reader sees the old text or the new one and nothing between. */
export async function writeWhole(path: string, text: string, mode = 0o600) {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, text, { mode })
  await rename(draft, path).catch(async (error) => {
    await rm(draft, { force: true })
    throw error
  })
}

export function isCode(error: unknown, ...codes: string[]) {
  return error instanceof Error && "code" in error && codes.includes(String(error.code))
}
