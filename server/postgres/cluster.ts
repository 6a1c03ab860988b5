import { type ChildProcess, execFile, spawn } from "node:child_process"
import { closeSync, existsSync, openSync, readlinkSync, realpathSync, statSync } from "node:fs"
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import pg from "pg"
import { isCode, readIfThere } from "../files"
import { endProcess, identityOf } from "../identity"
import { Stop } from "../say"
import { sharedBuffers } from "./memory"
import { own, type Place } from "./place"

const run = promisify(execFile)
const QUIET: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" }

export type Cluster = { place: Place; port: number; password: string; log: string }

export function urlOf({ port, password }: { port: number; password: string }, database = "standfirst") {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** Made in a folder of its own and then renamed: an interrupted first start leaves nothing half done. */
export async function createCluster({ place, password }: Cluster) {
  if (existsSync(join(place.dir, "PG_VERSION"))) return
  const draft = await mkdtemp(join(dirname(place.dir), "postgres.new-"))
  const passwordFile = `${draft}.password`
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    await own(place, draft, passwordFile)
    const { stdout } = await run(join(place.bin, "postgres"), ["--version"], { env: QUIET })
    // The same order and case rules on every machine, where the version knows them.
    const builtin = Number(/(\d+)/.exec(stdout)?.[1]) >= 17
    const locale = builtin ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []
    const login = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"]
    const options = ["--pgdata", draft, "--encoding=UTF8", "--no-locale", "--data-checksums", ...locale, ...login]
    await run(join(place.bin, "initdb"), options, { env: QUIET, cwd: dirname(draft), ...place.user })
    await rename(draft, place.dir)
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error)
    throw new Stop(`PostgreSQL could not make its data folder ${place.dir}: ${said.trim()}`)
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
}

/** Starts the server and waits until it answers; what a killed one has left behind is waited for, or cleared away. */
export async function startCluster(cluster: Cluster, patience = 30_000): Promise<ChildProcess> {
  for (const deadline = Date.now() + patience; ; await sleep(200)) {
    const child = launch(cluster)
    if (await answers(cluster, child, deadline)) return child
    if (Date.now() > deadline) {
      const tail = ((await readIfThere(cluster.log)) ?? "").trim().split("\n").slice(-5).join("\n")
      throw new Stop(`PostgreSQL did not start. The end of ${cluster.log} says:\n${tail}`)
    }
  }
}

function launch({ place, port, log }: Cluster) {
  const fixed = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC"]
  const room = ["max_connections=100", `shared_buffers=${sharedBuffers()}`]
  const settings = [`port=${port}`, ...fixed, ...room, "fsync=on", "full_page_writes=on"]
  const output = openSync(log, existsSync(log) && statSync(log).size > 10_000_000 ? "w" : "a", 0o600)
  // In a session of its own: Ctrl-C in the terminal is for us, and we stop it when nobody needs it any more.
  const child = spawn(join(place.bin, "postgres"), ["-D", place.dir, ...settings.flatMap((one) => ["-c", one])], {
    ...place.user,
    cwd: dirname(place.dir),
    env: QUIET,
    detached: true,
    stdio: ["ignore", output, output],
  })
  closeSync(output)
  child.on("error", () => {})
  return child
}

async function answers(cluster: Cluster, child: ChildProcess, deadline: number) {
  while (child.exitCode === null && child.signalCode === null && child.pid) {
    const client = new pg.Client({ connectionString: urlOf(cluster, "postgres"), connectionTimeoutMillis: 5_000 })
    client.on("error", () => {})
    const problem = await client.connect().then(
      () => null,
      (error) => error,
    )
    await client.end().catch(() => {})
    if (!problem) return true
    if (isCode(problem, "28P01")) {
      await stopCluster(child)
      throw new Stop(
        "The password in secrets.json does not open the database beside it. Put back the secrets.json that belongs to this data folder.",
      )
    }
    if (Date.now() > deadline) await stopCluster(child)
    await sleep(30)
  }
  return false
}

/** Ends connections, writes everything down, and is gone when this resolves. */
export async function stopCluster(child: ChildProcess) {
  const gone = new Promise((done) => child.once("exit", done))
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (isGone()) return
    child.kill(signal)
    await Promise.race([gone, sleep(patience, undefined, { ref: false })])
  }
}

/**
 * Deals with the number in postmaster.pid: a server of this very folder, left by a killed supervisor, is ended; a number
 * that meanwhile belongs to another program is forgotten, for PostgreSQL would take that for itself.
 */
export async function endLeftover(dir: string) {
  const file = join(dir, "postmaster.pid")
  const pid = Number((await readIfThere(file))?.split("\n")[0])
  const identity = pid ? identityOf(pid) : undefined
  if (!identity) return
  if (await servesFolder(pid, dir)) await endProcess(identity, "SIGINT", 15_000)
  else await rm(file, { force: true })
}

/** A postmaster works in its data folder; elsewhere than on Linux its command line names that folder. */
async function servesFolder(pid: number, dir: string) {
  if (process.platform === "linux") {
    const program = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")
    try {
      return program.trim() === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir)
    } catch {
      return false
    }
  }
  const { stdout } = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }))
  return stdout.includes(`-D ${dir}`)
}
