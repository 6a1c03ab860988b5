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
  return queue(tx, kind, PAYLOADS[kind].parse(payload), when)
}

/** The same, with nothing known of the kind. */
export async function queue(tx: Transaction, kind: string, payload: unknown, { key, runAt }: When = {}): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Job" ("kind", "payload", "key", "runAt")
    VALUES (${kind}, ${JSON.stringify(payload)}::jsonb, ${key ?? null}, coalesce(${runAt ?? null}::timestamptz, now()))
    ON CONFLICT ("key") DO NOTHING`
}
