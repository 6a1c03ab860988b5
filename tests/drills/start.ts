import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect } from "@playwright/test"
import { type Identity, identityOf, isAlive } from "@/server/identity"
import { readRunning } from "@/server/lock"
import { freePort } from "@/server/ports"
import { cleanEnvironment } from "@/server/test/paper"

/** An `npm start` under observation. */
export type Start = {
  origin: string
  said(): string
  child: ChildProcess
  identity: Identity
  ended: Promise<number | null>
}

export type Place = { folder: string; port: number; remove(): void }

/** As somebody else, who has the project somewhere else, or with another command. */
export type As = { through?: string[]; node?: string; project?: string; command?: "dev" }

/** A data folder that PostgreSQL's user may reach, and a port. */
export async function newPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-drill-"))
  chmodSync(folder, 0o711)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return { folder, port: await freePort(), remove }
}

/** Starts as `npm start` does. npm itself is left away, so that a signal has one receiver. */
export function start({ folder, port }: Place, given: Record<string, string> = {}, as: As = {}): Start {
  const env = { ...cleanEnvironment(), DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "warn", ...given }
  const [program = "", ...args] = [
    ...(as.through ?? []),
    as.node ?? process.execPath,
    "server/start.mjs",
    as.command ?? "start",
  ]
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"], ...(as.project && { cwd: as.project }) })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk
    })
  const ended = new Promise<number | null>((done) => child.once("exit", done))
  const identity = identityOf(child.pid ?? 0) ?? { pid: 0, began: "" }
  return { origin: `http://localhost:${port}`, said: () => said, child, identity, ended }
}

/** Resolves when it has said where it is and who can sign in; fails with all that it said if it ended instead. */
export async function serving(one: Start): Promise<Start> {
  await expect
    .poll(() => one.child.exitCode !== null || one.said().includes("Ctrl-C ends it"), {
      timeout: 220_000,
      intervals: [50],
    })
    .toBe(true)
  if (one.child.exitCode !== null) throw new Error(`It ended and said: ${one.said()}`)
  return one
}

export async function stop(one: Start, signal: NodeJS.Signals = "SIGINT") {
  one.child.kill(signal)
  return one.ended
}

/** What a start keeps running, by name: postgres, next, front. */
export async function childrenOf({ folder }: Place): Promise<Record<string, Identity>> {
  return (await readRunning(folder))?.children ?? {}
}

/** Ends a process as a power cut does. False: it has ended by itself meanwhile, as one does whose database was killed. */
export function killHard(victim: Pick<Identity, "pid"> | undefined): boolean {
  if (!victim) return false
  try {
    return process.kill(victim.pid, "SIGKILL")
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false
    throw error
  }
}

export const aliveOf = (children: Record<string, Identity>) =>
  Object.keys(children).filter((name) => children[name] && isAlive(children[name]))

/** The front page, and a page of the newsroom's API that asks the database. */
export async function answers({ origin }: Start) {
  const statuses = await Promise.all(
    ["/", "/api/health/ready"].map(async (path) => (await fetch(origin + path)).status),
  )
  return statuses.join()
}

/** Waits until readers and newsroom are served again. */
export async function recovers(one: Start) {
  await expect.poll(() => answers(one).catch(String), { timeout: 60_000 }).toBe("200,200")
}

export const secretsOf = ({ folder }: Place) => JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"))
