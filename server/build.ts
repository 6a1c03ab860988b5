import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { readIfThere, writeWhole } from "./files"
import { finish } from "./finish"
import { Stop, step } from "./say"

/** What Next says of its own settings. */
const NOISE = /^- Experiments|^ {2}· /

const STAMP = ".next/standfirst-sources"
// What the application is built from; server/ runs as it is, and everything else is about it and not in it.
const FOLDERS = ["app", "components", "lib", "public", "prisma/generated"]
const FILES = [
  "server/finish.ts",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
]

/** Builds the application, unless the build that is there was made from these very sources. */
export async function build() {
  const sources = await hashSources()
  if (existsSync(".next/BUILD_ID") && (await readIfThere(STAMP)) === sources) return
  const why = existsSync(".next/BUILD_ID") ? "the sources have changed" : "there is no build yet"
  await step(`Building the application, because ${why}`, async () => {
    await rm(STAMP, { force: true })
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      stdio: ["inherit", "pipe", "inherit"],
      env,
    })
    const exited = new Promise((done) => child.once("exit", done))
    // How far it is; the table of every route at its end tells nobody who starts a newsroom anything.
    let told = true
    for await (const line of createInterface(child.stdout)) {
      told &&= !line.startsWith("Route (")
      if (told && line.trim() && !NOISE.test(line)) console.log(line)
    }
    const code = await exited
    if (code !== 0) throw new Stop("The build failed; the reason stands above.")
    await finish(".next/static")
    await writeWhole(STAMP, sources, 0o644)
  })
}

async function hashSources() {
  const hash = createHash("sha256").update(process.version)
  const listed = await Promise.all(FOLDERS.map(filesIn))
  for (const path of [...listed.flat(), ...FILES.filter((file) => existsSync(file))].sort()) {
    hash.update(`\0${path}\0`).update(await readFile(path))
  }
  return hash.digest("hex")
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
