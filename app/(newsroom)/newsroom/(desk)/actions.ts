"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { signOut } from "@/lib/people/sign-in.server"
import { findOverdue } from "@/lib/story/coming.server"
import { createStory } from "@/lib/story/create.server"

const end = formAction(z.unknown(), async () => {
  await signOut()
  return {}
})

/** Signs out, and shows the door. Whoever is signed out already gets there as well. */
export async function leave(): Promise<void> {
  await end({})
  redirect("/newsroom/sign-in")
}

/** What was due and was not done, for the bar over every screen. */
export const lookForLate = formAction(z.strictObject({}), async () => ({ late: await findOverdue() }))

const start = formAction(z.unknown(), async (actor) => {
  const made = await createStory(actor, { byline: [{ personId: actor.id, name: actor.name }] })
  if ("story" in made) redirect(`/newsroom/stories/${made.story.id}`)
  return made
})

/** Starts an empty draft under one's own name and opens it. */
export async function startStory(): Promise<{ problem: string }> {
  const answer = await start({})
  return { problem: "problem" in answer ? answer.problem.sentence : answer.refused }
}
