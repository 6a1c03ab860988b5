import { execFile } from "node:child_process"
import { statSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import { ask, embeddedUrl } from "@/server/database"
import { endProcess, type Identity, isAlive } from "@/server/identity"
import { cleanEnvironment } from "@/server/test/paper"
import {
  aliveOf,
  answers,
  childrenOf,
  killHard,
  newPlace,
  type Place,
  recovers,
  type Start,
  secretsOf,
  serving,
  start,
  stop,
} from "./start"

// The life of one paper on one machine: every test takes it as the one before has left it.
test.describe.configure({ mode: "serial" })

let place: Place
let paper: Start
const seen: Identity[] = []

test.beforeAll(async () => {
  place = await newPlace()
})

test.afterAll(async () => {
  if (paper) await stop(paper, "SIGTERM")
  for (const identity of seen) await endProcess(identity, "SIGKILL")
  place.remove()
})

async function begin() {
  paper = await serving(start(place))
  seen.push(...Object.values(await childrenOf(place)))
}

async function kill(name: string) {
  const victim = (await childrenOf(place))[name]
  if (!victim) throw new Error(`There is no ${name}.`)
  process.kill(victim.pid, "SIGKILL")
  await expect.poll(async () => (await childrenOf(place))[name]?.pid).not.toBe(victim.pid)
  seen.push(...Object.values(await childrenOf(place)))
}

test("the first start on an empty folder makes secrets, a database and the demo paper", async () => {
  await begin()
  const { authSecret, demoPassword, postgres } = secretsOf(place)
  expect(authSecret.length).toBeGreaterThanOrEqual(32)
  expect(paper.said()).toContain(demoPassword)
  for (const name of ["ada", "ben", "cleo"]) expect(paper.said()).toContain(`${name}@demo.test`)
  expect(statSync(join(place.folder, "secrets.json")).mode & 0o777).toBe(0o600)
  expect(postgres.port).toBeGreaterThan(0)
  expect(await answers(paper)).toBe("200,200")
})

test("the embedded database checks its pages, writes them down, and listens to this machine alone", async () => {
  const names = [
    "data_checksums",
    "fsync",
    "full_page_writes",
    "listen_addresses",
    "unix_socket_directories",
    "TimeZone",
  ]
  const url = embeddedUrl(secretsOf(place))
  const [row] = await ask<{ settings: string[] }>(
    url,
    "SELECT array_agg(current_setting(name)) AS settings FROM unnest($1::text[]) AS name",
    [names],
  )
  expect(row?.settings).toEqual(["on", "on", "on", "127.0.0.1", "", "UTC"])
})

test("Prisma's own CLI finds the migrations applied", async () => {
  const env = { ...cleanEnvironment(), DATABASE_URL: embeddedUrl(secretsOf(place)) }
  const command = ["node_modules/prisma/build/index.js", "migrate", "status"]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env })
  expect(stdout).toContain("Database schema is up to date!")
})

test("a second start on the same folder says so and leaves the first alone", async () => {
  const before = await childrenOf(place)
  const second = start({ ...place, port: place.port + 1 })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`process ${paper.child.pid}`)
  expect(await childrenOf(place)).toEqual(before)
  expect(await answers(paper)).toBe("200,200")
})

for (const name of ["next", "front", "postgres"])
  test(`${name} comes back by itself when it is killed`, async () => {
    await kill(name)
    await recovers(paper)
    expect(paper.child.exitCode).toBeNull()
  })

test("Ctrl-C leaves no process behind", async () => {
  const children = await childrenOf(place)
  expect(aliveOf(children).sort()).toEqual(["front", "next", "postgres"])
  expect(await stop(paper)).toBe(0)
  expect(aliveOf(children)).toEqual([])
})

test("a warm start keeps what there was and makes nothing again", async () => {
  const before = secretsOf(place)
  await begin()
  expect(secretsOf(place)).toEqual(before)
  expect(paper.said()).not.toContain("Filling")
  expect(paper.said()).not.toContain("Building")
  expect(await answers(paper)).toBe("200,200")
})

test("when the whole start is killed, Next and the front process end themselves and the next start recovers", async () => {
  const orphans = await childrenOf(place)
  process.kill(paper.identity.pid, "SIGKILL")
  await paper.ended
  await expect.poll(() => aliveOf(orphans), { timeout: 20_000 }).toEqual(["postgres"])
  await begin()
  expect(orphans.postgres && isAlive(orphans.postgres)).toBe(false)
  expect(await answers(paper)).toBe("200,200")
})

test("when everything is killed at once, the next start recovers", async () => {
  const children = await childrenOf(place)
  for (const one of [paper.identity, ...Object.values(children)]) killHard(one)
  await paper.ended
  await begin()
  expect(await answers(paper)).toBe("200,200")
})

test("SIGTERM ends it as well as Ctrl-C", async () => {
  const children = await childrenOf(place)
  expect(await stop(paper, "SIGTERM")).toBe(0)
  expect(aliveOf(children)).toEqual([])
})
