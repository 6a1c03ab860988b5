import "server-only"
import type { Transaction } from "../db.server"
import { type Kind, PAYLOADS, type Payload } from "./payloads"

type When = {
  /** names this piece of work: a second one of the same name is not queued. So put in what makes it another piece, such as a revision. */
  key?: string
  /** not before this moment; at once when it is left out */
  runAt?: Date
}

/** Notes a job in the transaction of whatever it follows from: both are kept, or neither. */
export function enqueue<K extends Kind>(tx: Transaction, kind: K, payload: Payload<K>, when: When = {}): Promise<void> {
  return queueAll(tx, [newJob(kind, payload, when)])
}

/** A job that is to be queued together with others. */
export type NewJob = { kind: string; payload: unknown } & When

/** A job of a kind, checked. */
export const newJob = <K extends Kind>(kind: K, payload: Payload<K>, when: When = {}): NewJob => ({
  ...{ kind, payload: PAYLOADS[kind].parse(payload) },
  ...when,
})

/** The same, with nothing known of the kind. */
export const queue = (tx: Transaction, kind: string, payload: unknown, when: When = {}): Promise<void> =>
  queueAll(tx, [{ kind, payload, ...when }])

/** Notes these jobs in one question to the database. */
export async function queueAll(tx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  if (!jobs.length) return
  await tx.$executeRaw`
    INSERT INTO "Job" (kind, payload, key, "runAt")
    SELECT kind, payload::jsonb, key, coalesce("runAt"::timestamptz, now())
    FROM unnest(${jobs.map(({ kind }) => kind)}::text[], ${jobs.map(({ payload }) => JSON.stringify(payload))}::text[],
      ${jobs.map(({ key }) => key ?? null)}::text[], ${jobs.map(({ runAt }) => runAt?.toISOString() ?? null)}::text[]
    ) AS given (kind, payload, key, "runAt")
    ON CONFLICT (key) DO NOTHING`
}
