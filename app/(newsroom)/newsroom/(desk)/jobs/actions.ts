"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { dropJob, tryAgain } from "@/lib/jobs/desk.server"

const asked = z.strictObject({ id: z.uuid() })

export const again = formAction(asked, (actor, { id }) => shown(tryAgain(actor, id)))
export const drop = formAction(asked, (actor, { id }) => shown(dropJob(actor, id)))

/** The list is another one after it, whatever came of it. */
async function shown<R>(work: Promise<R>): Promise<R> {
  const answer = await work
  refresh()
  return answer
}
