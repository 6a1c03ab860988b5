import "server-only"
import { db } from "../db.server"
import type { JobKind } from "./kinds.server"

/** Queues what is done by itself every so often: one job for each stretch of time, whoever asks first. */
export async function queueRepeated(kinds: Readonly<Record<string, JobKind>>): Promise<void> {
  for (const [kind, { every }] of Object.entries(kinds))
    if (every)
      await db.$executeRaw`
        INSERT INTO "Job" ("kind", "payload", "key")
        SELECT ${kind}, '{}'::jsonb, ${kind} || ' @ ' || to_char(to_timestamp(floor(extract(epoch FROM now()) / ${every}) * ${every}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        ON CONFLICT ("key") DO NOTHING`
}
