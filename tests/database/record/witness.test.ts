import { execFileSync } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { pathToFileURL } from "node:url"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { KINDS } from "@/lib/jobs/kinds.server"
import { sealEvents } from "@/lib/record/seal.server"
import { findWitnesses, tellWitness } from "@/lib/record/witness.server"
import { storyIn } from "../../newsroom"
import { at, command, openPlace, type Place } from "../../whole-paper"

test.describe.configure({ mode: "serial", timeout: 60_000 })

let paper: Place
let folder: string

test.beforeAll(async () => {
  paper = await openPlace()
  folder = await mkdtemp(join(tmpdir(), "standfirst-witness-"))
})

test.afterAll(async () => {
  await paper.remove()
  await rm(folder, { recursive: true })
})

/** With these witnesses, something is published, and the witnesses are told as the jobs do it. */
async function publish(addresses: string[]) {
  process.env.RECORD_WITNESSES = addresses.join(" ")
  try {
    await storyIn("published")
    while (await sealEvents());
    const jobs = await db.job.findMany({ where: { kind: "witness", doneAt: null }, orderBy: { id: "asc" } })
    for (const { id, payload } of jobs) {
      await tellWitness(KINDS.witness.payload.parse(payload) as { witness: string }, new AbortController().signal)
      await db.job.update({ where: { id }, data: { doneAt: new Date() } })
    }
    return { jobs: jobs.length, witnesses: await findWitnesses() }
  } finally {
    delete process.env.RECORD_WITNESSES
  }
}

const heads = async () =>
  (await db.recordHead.findMany({ orderBy: { size: "asc" } })).map(({ size, root }) => ({ size, root }))

const read = (lines: string) =>
  lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { size: number; root: string })
    .map(({ size, root }) => ({ size, root }))

/** What `verify` says of the paper beside what this witness has; and beside a record that it saw otherwise. */
async function verifiedBy(lines: string) {
  const path = join(folder, "kept.jsonl")
  await writeFile(path, lines)
  const same = await command(paper, "verify", "--witness", path)
  await writeFile(path, lines.replace(/"root":"./, '"root":"z'))
  const other = await command(paper, "verify", "--witness", path)
  return [same.status, other.status]
}

test("a file has every head put behind what it holds, the old ones too, and each once", async () => {
  const path = join(folder, "kept", "heads.jsonl")
  await at(paper, async () => {
    await publish([])
    const first = await publish([pathToFileURL(path).href])
    expect(first).toMatchObject({ jobs: 1, witnesses: [{ label: "a file" }] })
    await publish([pathToFileURL(path).href])
    expect(read(await readFile(path, "utf8"))).toEqual(await heads())
  })
  expect(await verifiedBy(await readFile(path, "utf8"))).toEqual([0, 1])
})

test("a program is told each head until it takes it, and nothing is left out when it comes back", async () => {
  const taken: string[] = []
  let status = 503
  const server = createServer(async (request, response) => {
    const body = await text(request)
    if (status < 300) taken.push(body)
    response.writeHead(status).end()
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/heads?key=secret`
  await at(paper, async () => {
    await expect(publish([address])).rejects.toThrow(`127.0.0.1:${port} answered 503`)
    status = 204
    const { witnesses } = await publish([address])
    expect(witnesses).toEqual([
      {
        id: expect.any(String),
        label: `127.0.0.1:${port}`,
        size: (await heads()).at(-1)?.size,
        toldAt: expect.any(Date),
      },
    ])
    expect(taken.flatMap(read)).toEqual(await heads())
    expect(JSON.stringify(await db.recordWitness.findMany())).not.toContain("secret")
  })
  server.close()
  expect(await verifiedBy(taken.join(""))).toEqual([0, 1])
})

test("a repository's branch grows by a commit for what is new, from nothing and beside what others pushed", async () => {
  const bare = join(folder, "bare.git")
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", cwd: folder })
  git("init", "--quiet", "--bare", bare)
  const address = `git+${pathToFileURL(bare).href}#kept`
  const kept = () => git("--git-dir", bare, "show", "kept:heads.jsonl")
  await at(paper, async () => {
    await publish([address])
    expect(read(kept())).toEqual(await heads())
    const clone = join(folder, "clone")
    git("clone", "--quiet", "--branch", "kept", bare, clone)
    await writeFile(join(clone, "README"), "Somebody else's.")
    git("-C", clone, "add", "README")
    git("-C", clone, "-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "--quiet", "-m", "Ours")
    git("-C", clone, "push", "--quiet")
    await publish([address])
    expect(read(kept())).toEqual(await heads())
    expect(git("--git-dir", bare, "ls-tree", "--name-only", "kept").split("\n")).toContain("README")
    await expect(publish([`git+${pathToFileURL(join(folder, "none.git")).href}`])).rejects.toThrow(
      /^git ls-remote failed/,
    )
  })
  expect(await verifiedBy(kept())).toEqual([0, 1])
})
