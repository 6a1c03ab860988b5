import "server-only"
import { forgetOldKeys } from "../api/once.server"
import { db } from "../db.server"
import { forgetUploads } from "../pictures/uploads.server"
import { forgetPreviewLinks } from "../story/preview-links.server"

/**
 * What is only kept for a while goes: answers to repeated requests and unfinished uploads after a day, jobs a week after they were done, dead ones after three
 * months, what was found out about other sites' addresses after a month.
 */
export async function tidy(): Promise<void> {
  await forgetOldKeys(new Date())
  await forgetUploads()
  await forgetPreviewLinks(new Date())
  await db.$executeRaw`
    DELETE FROM "Job" WHERE "doneAt" < now() - interval '7 days' OR "deadAt" < now() - interval '90 days'`
  await db.$executeRaw`DELETE FROM "LinkCheck" WHERE "checkedAt" < now() - interval '30 days'`
}
