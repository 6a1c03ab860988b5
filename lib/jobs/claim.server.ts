import "server-only"
import { randomUUID } from "node:crypto"
import { db } from "../db.server"
import { backOff, MOST_ATTEMPTS } from "./back-off"

/** A job in somebody's hands. */
export type Claim = { id: string; kind: string; payload: unknown; attempts: number; heldBy: string }

/**
 * Takes the job that is due longest, of these kinds, for `lease` seconds; null when there is none. `patient` kinds wait for
 * all others, and while stories are due that the clock is at: many at once need the whole machine. A job whose holder has not been heard of for its lease is due like any other.
 */
export async function claim(
  kinds: readonly string[],
  patient: readonly string[],
  lease: number,
): Promise<Claim | null> {
  const rows = await db.$queryRaw<Claim[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM "Job"
      WHERE "doneAt" IS NULL AND "deadAt" IS NULL AND kind = ANY(${kinds}) AND "runAt" <= now()
        AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
        AND (NOT kind = ANY(${patient}) OR NOT EXISTS (SELECT FROM "Story" WHERE status = 'scheduled'
          AND "publishAt" BETWEEN now() - interval '10 seconds' AND now() + interval '1 second'))
      ORDER BY (kind = ANY(${patient})), "runAt", id
      LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "Job" SET "attempts" = "attempts" + 1, "heldBy" = ${randomUUID()}::uuid,
      "leaseUntil" = now() + make_interval(secs => ${lease}), "heldSince" = now(), "stepsDone" = NULL, steps = NULL
    FROM due WHERE "Job".id = due.id
    RETURNING "Job".id, kind, payload, attempts, "heldBy"`
  return rows[0] ?? null
}

/** Says that the work goes on. False: it is in other hands by now. */
export async function keepClaim({ id, heldBy }: Claim, lease: number): Promise<boolean> {
  return !!(await db.$executeRaw`
    UPDATE "Job" SET "leaseUntil" = now() + make_interval(secs => ${lease})
    WHERE id = ${id}::uuid AND "heldBy" = ${heldBy}::uuid AND "doneAt" IS NULL`)
}

/** So many of so many steps are done: administrators see it. It keeps nobody waiting. */
export type Tell = (done: number, steps: number) => void

/** Says how far the work got; nothing, when it is in other hands by now. */
export async function noteSteps({ id, heldBy }: Claim, done: number, steps: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Job" SET "stepsDone" = ${done}, steps = ${steps} WHERE id = ${id}::uuid AND "heldBy" = ${heldBy}::uuid`
}

/** It is done. False: it was in other hands by now, and they say so themselves. */
export async function finish({ id, heldBy }: Claim): Promise<boolean> {
  return !!(await db.$executeRaw`
    UPDATE "Job" SET "doneAt" = now(), "heldBy" = NULL, "leaseUntil" = NULL, "lastError" = ''
    WHERE id = ${id}::uuid AND "heldBy" = ${heldBy}::uuid`)
}

/** It went wrong: it comes again after a while, a little apart from what failed with it, or is given up. */
export async function fail({ id, heldBy, attempts }: Claim, why: string): Promise<"later" | "dead"> {
  if (attempts >= MOST_ATTEMPTS) return bury({ id, heldBy }, why)
  await db.$executeRaw`
    UPDATE "Job" SET "runAt" = now() + make_interval(secs => ${backOff(attempts)} * (1 + random() / 5)),
      "heldBy" = NULL, "leaseUntil" = NULL, "lastError" = ${storable(why)}
    WHERE id = ${id}::uuid AND "heldBy" = ${heldBy}::uuid`
  return "later"
}

/** It is given up, and keeps the reason. */
export async function bury({ id, heldBy }: Pick<Claim, "id" | "heldBy">, why: string): Promise<"dead"> {
  await db.$executeRaw`
    UPDATE "Job" SET "deadAt" = now(), "heldBy" = NULL, "leaseUntil" = NULL, "lastError" = ${storable(why)}
    WHERE id = ${id}::uuid AND "heldBy" = ${heldBy}::uuid`
  return "dead"
}

/** It was not finished, through no fault of its own: whoever comes next takes it, and the attempt does not count. */
export async function letGo({ id, heldBy }: Claim): Promise<void> {
  await db.$executeRaw`
    UPDATE "Job" SET "attempts" = "attempts" - 1, "heldBy" = NULL, "leaseUntil" = NULL
    WHERE id = ${id}::uuid AND "heldBy" = ${heldBy}::uuid`
}

const storable = (words: string) => words.replaceAll("\0", "").slice(0, 2_000)
