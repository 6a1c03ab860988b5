"use server"

import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { arrange, cancelComing, putBack, undo } from "@/lib/front/arrange.server"
import { findStoriesOf, searchSlotStories } from "@/lib/front/arranged.server"
import { page } from "@/lib/front/arrangement"
import type { Person } from "@/lib/people/people"

const number = z.int().min(0)
const asked = z.strictObject({ page, revision: number })

export const arrangeAction = formAction(
  asked.extend({ slots: z.unknown(), from: z.date().nullable(), instead: number }),
  (actor, given) => withStories(arrange(actor, given)),
)

export const cancelAction = formAction(asked.extend({ from: z.date() }), (actor, given) =>
  withStories(cancelComing(actor, given)),
)

export const putBackAction = formAction(asked.extend({ number }), (actor, given) => withStories(putBack(actor, given)))

export const undoAction = formAction(asked, (actor, given) => withStories(undo(actor, given)))

export const searchAction = formAction(z.strictObject({ q: z.string().max(200) }), async (_actor: Person, { q }) => ({
  found: await searchSlotStories(q),
}))

/** The page after a change, or as somebody else has changed it, with the stories that it speaks of. */
async function withStories(work: ReturnType<typeof arrange>) {
  const answer = await work
  if ("refused" in answer) return answer
  const stories = await findStoriesOf("stale" in answer ? answer.stale : answer.arranged)
  return { ...answer, stories }
}
