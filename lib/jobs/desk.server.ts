import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"

const kindRow = z.object({
  kind: z.string(),
  waiting: z.number(),
  running: z.number(),
  doneToday: z.number(),
  dead: z.number(),
  /** when the one that is due longest was due; null: nothing is due */
  dueSince: z.date().nullable(),
})

const jobRow = z.object({
  id: z.string(),
  kind: z.string(),
  about: z.string(),
  attempts: z.number(),
  lastError: z.string(),
  runAt: z.date(),
  deadAt: z.date().nullable(),
})

const handRow = z.object({
  id: z.string(),
  kind: z.string(),
  about: z.string(),
  heldSince: z.date().nullable(),
  stepsDone: z.number().nullable(),
  steps: z.number().nullable(),
})

export type HandLine = z.infer<typeof handRow>
export type JobLine = z.infer<typeof jobRow>
export type KindLine = z.infer<typeof kindRow>
export type JobsAtDesk = { kinds: KindLine[]; inHand: HandLine[]; dead: JobLine[]; failing: JobLine[] }

const MOST = 100

/** How much of each kind waits, goes on, and was done; how far what goes on got; what was given up, and what failed and will be tried again. */
export async function findJobs(): Promise<JobsAtDesk> {
  const kinds = db.$queryRaw<unknown[]>`
    SELECT kind,
      count(*) FILTER (WHERE "doneAt" IS NULL AND "deadAt" IS NULL AND "heldBy" IS NULL)::int AS waiting,
      count(*) FILTER (WHERE "heldBy" IS NOT NULL AND "leaseUntil" > now())::int AS running,
      count(*) FILTER (WHERE "doneAt" > now() - interval '1 day')::int AS "doneToday",
      count(*) FILTER (WHERE "deadAt" IS NOT NULL)::int AS dead,
      min("runAt") FILTER (WHERE "doneAt" IS NULL AND "deadAt" IS NULL AND "runAt" <= now()) AS "dueSince"
    FROM "Job" GROUP BY kind ORDER BY kind`
  const lines = (of: "dead" | "failing") => db.$queryRaw<unknown[]>`
    SELECT id, kind, payload::text AS about, attempts, "lastError", "runAt", "deadAt" FROM "Job"
    WHERE "doneAt" IS NULL AND CASE WHEN ${of === "dead"} THEN "deadAt" IS NOT NULL
      ELSE "deadAt" IS NULL AND "lastError" <> '' END
    ORDER BY coalesce("deadAt", "runAt") DESC LIMIT ${MOST}`
  const hands = db.$queryRaw<unknown[]>`
    SELECT id, kind, payload::text AS about, "heldSince", "stepsDone", steps FROM "Job"
    WHERE "heldBy" IS NOT NULL AND "leaseUntil" > now() ORDER BY "heldSince", id LIMIT ${MOST}`
  const [all, inHand, dead, failing] = await Promise.all([kinds, hands, lines("dead"), lines("failing")])
  return {
    kinds: z.array(kindRow).parse(all),
    inHand: z.array(handRow).parse(inHand),
    dead: z.array(jobRow).parse(dead),
    failing: z.array(jobRow).parse(failing),
  }
}

type Done = { done: string } | Refusal

/** A job that was given up is tried again, from the first attempt on. */
export const tryAgain = (actor: Person, id: string): Promise<Done> =>
  onDead(
    actor,
    "It is tried again.",
    () => db.$executeRaw`
    UPDATE "Job" SET "deadAt" = NULL, "runAt" = now(), attempts = 0 WHERE id = ${id}::uuid AND "deadAt" IS NOT NULL`,
  )

/** A job that was given up goes, for nobody needs it any more. */
export const dropJob = (actor: Person, id: string): Promise<Done> =>
  onDead(
    actor,
    "It is gone from the list.",
    () => db.$executeRaw`
    DELETE FROM "Job" WHERE id = ${id}::uuid AND "deadAt" IS NOT NULL`,
  )

async function onDead(actor: Person, said: string, work: () => Promise<number>): Promise<Done> {
  if (!can(actor, "jobs")) return { refused: "Jobs are an administrator's.", because: "no right" }
  return (await work()) ? { done: said } : { refused: "Somebody has seen to this job already.", because: "not found" }
}
