import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"
import pg from "pg"
import { build } from "./build"
import { check } from "./check"
import { openDatabase } from "./database"
import { generateClient } from "./generate"
import { migrate } from "./migrate"
import { freePort } from "./ports"
import { createCluster, startCluster, stopCluster, urlOf } from "./postgres/cluster"
import { systemPrograms, unprivileged } from "./postgres/place"
import { say } from "./say"
import { newRecordKey } from "./secrets"
import { chromium as chosen } from "./test/chromium"
import { type Count, sum } from "./test/count"
import { startPaper, throwAwayFolder } from "./test/paper"
import { play } from "./test/playwright"

const CI = !!process.env.CI
const SKIPPED: Count = { passed: 0, failed: 0, skipped: 1 }
const FAILED: Count = { passed: 0, failed: 1, skipped: 0 }

/**
 * The tests that go through everything in every way, that measure how good something is, or that make a whole archive first: a drill's part
 * of the whole, and of `npm test` when they are named. A tag, or a whole file.
 */
const SWEEPS = "@sweep|\\.sweep\\.test"

/** `npm test`: everything that is not a drill or a sweep, or with arguments for Playwright (`npm test -- tests/unit`) a part. */
export async function runTests(args: string[]): Promise<number> {
  const counts: Count[] = []
  await generateClient()
  if (args.length && args.every((arg) => /^(tests\/)?(unit|house)\b/.test(arg))) {
    counts.push(await play(["unit", "house"], args, {}))
    return conclude(counts)
  }
  if (!args.length) counts.push(await check())
  await build()
  counts.push(await onThePaper(args.length ? args : [`--grep-invert=${SWEEPS}`]))
  return conclude(counts)
}

/**
 * `npm run drill`: what takes long. The faults, the sweeps, and the database tests once more on another PostgreSQL. With arguments for
 * Playwright a part of it; what `.ci/run` leaves out is left to chance for many minutes (@soak).
 */
export async function runDrills(args: string[]): Promise<number> {
  await generateClient()
  await build()
  const counts = [await play(["drills"], args, {})]
  if (args.every((arg) => arg.startsWith("--"))) counts.push(await onThePaper([`--grep=${SWEEPS}`, ...args]))
  counts.push(await onTheSystemsServer(args))
  return conclude(counts)
}

/** The end of everything: what failed once more, for it stands far above, and the count. */
function conclude(counts: Count[]) {
  const { passed, failed, skipped, said } = sum(counts)
  for (const paragraph of said) say(`\nFailed: ${paragraph}`)
  say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed || (CI && skipped) ? 1 : 0
}

/** Starts the paper on the embedded PostgreSQL; whatever needs no paper has a database of its own on the same server. */
async function onThePaper(args: string[]): Promise<Count> {
  const { folder, remove } = await throwAwayFolder()
  const counts: Count[] = []
  try {
    const paper = await startPaper(folder)
    try {
      const own = await makeDatabase(paper.environment.DATABASE_URL ?? "")
      await leavePictures(paper.environment.DATABASE_URL ?? "")
      counts.push(await play(["unit", "house", "database"], args, { ...paper.environment, DATABASE_URL: own }))
      counts.push(
        findBrowser() ? await play(["journeys"], args, { ...paper.environment, STANDFIRST_SERVED: "1" }) : FAILED,
      )
    } finally {
      await paper.stop()
    }
  } finally {
    await remove()
  }
  return sum(counts)
}

/** The database tests once more, on the PostgreSQL that this system has installed. */
async function onTheSystemsServer(args: string[]): Promise<Count> {
  const bin = await systemPrograms()
  if (!bin) {
    say("Left out: the database tests on a PostgreSQL of the system, for none from version 15 is installed.")
    return SKIPPED
  }
  say(`\nThe database tests once more, on the PostgreSQL in ${bin}`)
  const { folder, remove } = await throwAwayFolder()
  const user = unprivileged()
  const place = { bin, dir: `${folder}/postgres`, ...(user && { user }) }
  const cluster = { place, port: await freePort(), password: "throw-away", log: `${folder}/postgres.log` }
  try {
    await createCluster(cluster)
    const server = await startCluster(cluster)
    try {
      const DATABASE_URL = await makeDatabase(urlOf(cluster))
      const rest = {
        PUBLIC_ORIGIN: "http://localhost:3000",
        AUTH_SECRET: "throw-away".repeat(4),
        RECORD_KEY: newRecordKey(),
      }
      return await play(["database"], args, { DATABASE_URL, DATA_DIR: folder, ...rest })
    } finally {
      await stopCluster(server)
    }
  } finally {
    await remove()
  }
}

/** Nobody looks at the demo paper's pictures here in all their forms, which take a minute and a half of a processor. */
async function leavePictures(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`DELETE FROM "Job" WHERE kind = 'renditions' AND "heldBy" IS NULL`)
  await client.end()
}

async function makeDatabase(server: string) {
  const url = Object.assign(new URL(server), { pathname: "/tests" }).href
  await openDatabase(url)
  await migrate(url)
  return url
}

function findBrowser() {
  const { executablePath } = chosen().launchOptions
  if (executablePath || existsSync(chromium.executablePath())) return true
  say("There is no Chromium: fetching the one that belongs to Playwright.")
  const { status } = spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "inherit",
  })
  if (status === 0) return true
  say(
    "The journeys need Chromium: install it (`apt-get install chromium-headless-shell` on Debian), or name it in CHROMIUM.",
  )
  return false
}
