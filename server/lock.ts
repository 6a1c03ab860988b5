import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { isCode, readIfThere } from "./files"
import { type Identity, identityOf, isAlive } from "./identity"
import { Stop } from "./say"

/** Who runs on a data folder, and what they have started: kept in DATA_DIR/running.json while they run. */
export type Running = { command: string; address: string | null; self: Identity; children: Record<string, Identity> }

export type Lock = {
  /** what the holder before us left running when it was killed */
  orphans: Record<string, Identity>
  note(change: Partial<Pick<Running, "address" | "children">>): Promise<void>
  release(): Promise<void>
}

/** Takes the data folder for this process, or says who has it. A holder that is dead no longer counts. */
export async function lockFolder(
  dataDir: string,
  command: string,
  name = "running.json",
): Promise<Lock | { held: Running }> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, name)
  const self = identityOf(process.pid)
  if (!self) throw new Stop("This system does not tell when a process began, so the data folder cannot be locked.")
  const running: Running = { command, address: null, self, children: {} }
  const write = () => writeFile(draft, JSON.stringify(running), { mode: 0o600 })
  const draft = `${path}.${process.pid}`
  let noted = Promise.resolve()
  let orphans: Record<string, Identity> = {}
  for (;;) {
    await write()
    // A link fails where there is one already: of two that start at once, one wins.
    const won = await link(draft, path).then(
      () => true,
      (error) => {
        if (isCode(error, "EEXIST")) return false
        throw error
      },
    )
    await rm(draft, { force: true })
    if (won) break
    const there = await readRunning(dataDir, name)
    if (there && isAlive(there.self)) return { held: there }
    orphans = there?.children ?? {}
    await setAside(path, JSON.stringify(there))
  }
  return {
    orphans,
    note(change) {
      Object.assign(running, change)
      noted = noted.then(write).then(() => rename(draft, path))
      return noted
    },
    release: () => rm(path, { force: true }),
  }
}

export async function readRunning(dataDir: string, name = "running.json"): Promise<Running | undefined> {
  const text = await readIfThere(join(dataDir, name))
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Takes a dead holder's file away; if a new holder was faster, theirs is put back. */
async function setAside(path: string, expected: string) {
  const aside = `${path}.${process.pid}.stale`
  await rename(path, aside).catch(() => {})
  const text = await readFile(aside, "utf8").catch(() => undefined)
  if (text !== undefined && text !== expected && expected !== "undefined") await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}
