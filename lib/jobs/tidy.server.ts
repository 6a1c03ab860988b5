import "server-only"
import { forgetOldKeys } from "../api/once.server"
import { db } from "../db.server"

/** What is only kept for a while goes: answers to repeated requests after a day, jobs a week after they were done, dead ones after three months. */
export async function tidy(): Promise<void> {
  await forgetOldKeys(new Date())
  await db.$executeRaw`
    DELETE FROM "Job" WHERE "doneAt" < now() - interval '7 days' OR "deadAt" < now() - interval '90 days'`
}
