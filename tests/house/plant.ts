import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { checkHouse } from "@/server/house/check"
import type { Finding } from "@/server/house/source"

/** What the house's rules say of a little tree with these files in it. */
export async function plant(files: Record<string, string>): Promise<Finding[]> {
  const root = await mkdtemp(join(tmpdir(), "standfirst-planted-"))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
    return await checkHouse(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
