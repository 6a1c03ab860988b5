"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { takeUp } from "@/lib/story/take-up.server"

const asked = z.strictObject({ id: z.uuid(), revision: z.coerce.number().int().positive(), name: z.string().max(40) })

const take = formAction(asked, async (actor, { id, revision, name }) => {
  const saving = await takeUp(actor, id, revision, name)
  if ("saved" in saving) redirect(`/newsroom/stories/${id}/history#taken`)
  return "stale" in saving
    ? {
        said: "Somebody changed the draft in the meantime. Load this page again, and look at it before you take an earlier text up.",
      }
    : { said: saving.refused }
})

/** Makes an earlier text the draft, and shows what that did, with the way back; else says why not. */
export async function takeUpEarlier(_before: string, form: FormData): Promise<string> {
  const answer = await take(form)
  return "problem" in answer ? answer.problem.sentence : answer.said
}
