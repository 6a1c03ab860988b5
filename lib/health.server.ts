import "server-only"
import { randomUUID } from "node:crypto"
import { mkdir, readdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { db } from "./db.server"
import { env } from "./env.server"
import { log } from "./log.server"
import { shelf } from "./pictures/files.server"
import { findOverdue } from "./story/coming.server"

type Check = { ok: true } | { ok: false; reason: string }
/** Work that waits is told, and is no reason to take readers away from this process. */
type Waiting = { ok: true; oldestDueSeconds: number; due: number; dead: number }
/** A cache elsewhere that was not told of changes: said, for somebody has to see to it, and no reason either. */
type Untold = { ok: true; reason: string; since: Date }
export type Readiness = { ready: boolean; checks: Record<string, Check | Waiting | Untold> }

/** Can this process serve: database, migrations, storage, the event log and the clock, each with a reason where it cannot. */
export async function readiness(): Promise<Readiness> {
  const database = await checked(async () => ((await db.$queryRaw`SELECT 1`) ? null : "The database does not answer."))
  const needDatabase = (look: () => Promise<string | null>) =>
    database.ok ? checked(look) : Promise.resolve<Check>({ ok: false, reason: "Not known without the database." })
  const [migrations, storage, events, clock, jobs, cdn] = await Promise.all([
    needDatabase(missingMigrations),
    checked(unwritable),
    needDatabase(eventLag),
    needDatabase(overdue),
    database.ok ? waitingJobs() : database,
    env.cdn && database.ok ? toldCaches(env.cdn) : null,
  ])
  const checks = { database, migrations, storage, events, clock, jobs, ...(cdn && { cdn }) }
  return { ready: Object.values(checks).every(({ ok }) => ok), checks }
}

/** A reason in words, or null where all is well. What exactly failed is for the log, not for whoever asks. */
async function checked(look: () => Promise<string | null>): Promise<Check> {
  try {
    const reason = await look()
    return reason === null ? { ok: true } : { ok: false, reason }
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : String(error) }, "a health check failed")
    return { ok: false, reason: "This check failed; the log says why." }
  }
}

async function missingMigrations() {
  const folders = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true })
  const wanted = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const names = new Set(applied.map(({ name }) => name))
  const missing = wanted.filter((name) => !names.has(name))
  return missing.length ? `These migrations are not applied: ${missing.join(", ")}. Start with npm start.` : null
}

async function unwritable() {
  // Where pictures lie elsewhere they are still made here.
  const folder = join(env.dataDir, "pictures")
  await mkdir(folder, { recursive: true })
  const probe = join(folder, `.probe-${randomUUID()}`)
  await writeFile(probe, "ok")
  await rm(probe)
  if (env.picturesS3) await shelf().list("probe-")
  return null
}

async function eventLag() {
  const [row] = await db.$queryRaw<[{ counted: number; kept: number }]>`
    SELECT (SELECT "last" FROM "EventCounter" WHERE id = 1) AS counted,
           (SELECT coalesce(max(position), 0) FROM "StoryEvent") AS kept`
  return row.counted === row.kept ? null : `The counter says ${row.counted} events, the log holds ${row.kept}.`
}

async function overdue() {
  const late = await findOverdue()
  if (!late.length) return null
  return late.length === 1
    ? "A story is overdue: the clock could not do what was due."
    : `${late.length} stories are overdue: the clock could not do what was due.`
}

async function waitingJobs(): Promise<Check | Waiting> {
  try {
    const [row] = await db.$queryRaw<[{ oldestDueSeconds: number; due: number; dead: number }]>`
      SELECT coalesce(max(extract(epoch FROM now() - "runAt")) FILTER (WHERE "deadAt" IS NULL AND "runAt" <= now()), 0)::int AS "oldestDueSeconds",
             count(*) FILTER (WHERE "deadAt" IS NULL AND "runAt" <= now())::int AS due,
             count(*) FILTER (WHERE "deadAt" IS NOT NULL)::int AS dead
      FROM "Job" WHERE "doneAt" IS NULL`
    return { ok: true, ...row }
  } catch (error) {
    return checked(() => Promise.reject(error))
  }
}

async function toldCaches(kind: string): Promise<Check | Untold> {
  try {
    const [row] = await db.$queryRaw<{ since: Date }[]>`
      SELECT min("problemSince") AS since FROM "Follower"
      WHERE starts_with(name, ${`cdn ${kind} `}) AND problem IS NOT NULL HAVING count(*) > 0`
    if (!row) return { ok: true }
    return { ok: true, reason: "The CDN cannot be told what changed; the log says why.", since: row.since }
  } catch (error) {
    return checked(() => Promise.reject(error))
  }
}
