import "server-only"
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { appendFile, mkdir, open } from "node:fs/promises"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { call } from "../call.server"
import { db, type Transaction } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import type { Payload } from "../jobs/payloads"
import { findHeads, type SignedHead } from "./proof.server"
import { addressOfWitness, readWitnesses, type Witness } from "./witnesses"

/** A file of this name holds the heads in a witness's repository, one in a line. */
const FILE = "heads.jsonl"
/** so many heads are sent at once */
const AT_ONCE = 1_000

const idOf = (witness: Witness) => createHash("sha256").update(addressOfWitness(witness)).digest("hex").slice(0, 16)

/** Those that are configured, by the names that they have in the database. */
function configured(): Map<string, Witness> {
  const witnesses = readWitnesses(env.recordWitnesses)
  return new Map(Array.isArray(witnesses) ? witnesses.map((witness) => [idOf(witness), witness]) : [])
}

/** Queues, for the head of this size, that every witness is told: of it, and of all before it that they do not have. */
export async function queueWitnesses(tx: Transaction, size: number): Promise<void> {
  for (const witness of configured().keys())
    await enqueue(tx, "witness", { witness }, { key: `witness ${witness} ${size}` })
}

/** Tells a witness of every head that it has not taken yet, the oldest first. Throws where it does not take them. */
export async function tellWitness({ witness: id }: Payload<"witness">, signal: AbortSignal): Promise<void> {
  const witness = configured().get(id)
  if (!witness) return
  for (;;) {
    const told = await db.recordWitness.findUnique({ where: { id } })
    const heads = await findHeads(told?.size ?? 0, AT_ONCE)
    const last = heads.at(-1)
    if (!last) return
    await TELL[witness.kind](witness as never, linesOf(heads), signal)
    const has = { size: last.size, toldAt: new Date() }
    await db.recordWitness.upsert({ where: { id }, create: { id, ...has }, update: has })
  }
}

const linesOf = (heads: readonly SignedHead[]) => heads.map((head) => `${JSON.stringify(head)}\n`).join("")

type Tell<W> = (witness: W, lines: string, signal: AbortSignal) => Promise<void>

const TELL: { [K in Witness["kind"]]: Tell<Extract<Witness, { kind: K }>> } = {
  http: ({ address }, lines, signal) => call(address, { "content-type": "application/jsonl" }, lines, signal),
  async file({ path }, lines) {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, "a")
    try {
      await file.appendFile(lines)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  git: tellRepository,
}

/** Takes what the repository has, puts the lines behind it, and pushes; somebody who pushed meanwhile has this job tried again. */
async function tellRepository(
  { remote, branch }: Extract<Witness, { kind: "git" }>,
  lines: string,
  signal: AbortSignal,
) {
  const folder = join(env.dataDir, "witnesses", createHash("sha256").update(remote).digest("hex").slice(0, 16))
  await mkdir(folder, { recursive: true })
  const git = (...args: string[]) => run(folder, args, signal)
  await git("init", "--quiet")
  const there = (await git("ls-remote", "--heads", remote, branch)).trim() !== ""
  if (there) {
    await git("fetch", "--quiet", "--depth=1", remote, branch)
    await git("checkout", "--quiet", "--force", "-B", branch, "FETCH_HEAD")
  } else await git("checkout", "--quiet", "--force", "--orphan", branch)
  await appendFile(join(folder, FILE), lines)
  await git("add", FILE)
  await git(...AUTHOR, "commit", "--quiet", "--message", "Heads of the record")
  await git("push", "--quiet", remote, `HEAD:refs/heads/${branch}`)
}

const AUTHOR = ["-c", "user.name=Standfirst", "-c", "user.email=record@localhost", "-c", "commit.gpgSign=false"]

/** What went wrong is said without the address, which may hold a secret. */
async function run(folder: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  const surroundings = env.surroundings({
    ...{ GIT_TERMINAL_PROMPT: "0", GIT_DIR: join(folder, ".git"), GIT_WORK_TREE: folder },
  })
  const options = { cwd: folder, env: surroundings, signal, timeout: 60_000 }
  const { stdout } = await promisify(execFile)("git", [...args], options).catch((error: { code?: unknown }) => {
    if (signal.aborted) throw error
    const verb = args.find((word) => /^[a-z-]+$/.test(word) && word !== "-c")
    throw new Error(error.code === "ENOENT" ? "git is not installed" : `git ${verb} failed (${String(error.code)})`)
  })
  return stdout
}

/** For readers: who else keeps the heads, and up to which. */
export async function findWitnesses() {
  const rows = new Map((await db.recordWitness.findMany()).map((row) => [row.id, row]))
  return [...configured()].map(([id, { label }]) => ({
    ...{ id, label },
    size: rows.get(id)?.size ?? 0,
    toldAt: rows.get(id)?.toldAt ?? null,
  }))
}
