"use server"

import { z } from "zod"
import { atWall } from "@/lib/dates"
import { formAction } from "@/lib/form-action.server"
import { focalPoint } from "@/lib/pictures/crops"
import { changeRights, describePicture } from "@/lib/pictures/edit.server"
import { moveFocalPoint } from "@/lib/pictures/focal-point.server"

const id = z.uuid("Load the page again.")
const line = z.string()

const words = z.strictObject({
  ...{ id, alt: line, decorative: z.boolean(), caption: line, credit: line, creator: line, copyright: line },
  ...{ rights: line, instructions: line, taken: line, city: line, country: line, keywords: z.array(line) },
})

export const describe = formAction(words, (actor, { id, ...given }) => describePicture(actor, id, given))

const limits = z.strictObject({
  id,
  for: z.enum(["ours", "paper", "sections"]),
  sections: z.array(line),
  until: line,
  notIn: z.array(line),
  note: line,
})

export const limit = formAction(limits, async (actor, { id, until, ...given }) => {
  const end = until ? atWall(until) : null
  if (until && !end) return { refused: "This is no date and time. Choose one, or leave it open." }
  return changeRights(actor, id, { ...given, until: end })
})

export const focus = formAction(z.strictObject({ id, ...focalPoint.shape }), async (actor, { id, ...point }) => {
  const answer = await moveFocalPoint(actor, id, point)
  if (!answer) return { refused: "There is no such picture any more. Go back to the library." }
  return "refused" in answer ? answer : { done: "The focal point is saved. Crops are made around it in a moment." }
})
