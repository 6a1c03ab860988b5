import { z } from "zod"
import { type Status, slugShape } from "../story/story"
import { text } from "../text"

/** The page that is no section's: the paper's first. A section never has this slug (see lib/story/reserved.ts). */
export const FRONT = "front"

/** A page that editors arrange: the front, or a section's by its slug. */
export const page = slugShape

export const SIZES = ["lead", "feature", "plain"] as const
export type Size = (typeof SIZES)[number]

export const MOST_SLOTS = 12

/** A place on a page that an editor gave to a story. */
export const slot = z.strictObject({
  story: z.uuid(),
  size: z.enum(SIZES),
  /** empty: the story's own */
  kicker: text(60).trim().default(""),
  /** empty: the story's own */
  headline: text(300).trim().default(""),
  /** the first of the story's pictures, none, or one of them by its id */
  picture: z
    .union([z.enum(["own", "none"]), z.uuid()], { error: "Choose one of the story's pictures." })
    .default("own"),
  /** the moment at which the story leaves this place by itself; null: it stays until somebody moves it */
  until: z.iso
    .datetime({ offset: true, error: "A time with its zone: 2026-11-24T14:05:00+01:00." })
    .transform((at) => new Date(at).toISOString())
    .nullable()
    .default(null),
})
export type Slot = z.infer<typeof slot>

export const slots = z
  .array(slot)
  .max(MOST_SLOTS, `At most ${MOST_SLOTS} slots: what is not in one follows below by itself.`)
  .superRefine((given, context) => {
    const complain = (at: number, field: string, message: string) =>
      context.addIssue({ code: "custom", path: [at, field], message })
    given.forEach(({ story, size }, at) => {
      const earlier = given.slice(0, at)
      if (earlier.some((other) => other.story === story)) complain(at, "story", "This story has a slot already.")
      if (size === "lead" && earlier.some((other) => other.size === "lead"))
        complain(at, "size", "There is one lead: make the other one a feature first.")
    })
  })

/** A line in the record of a page: an arrangement, or that a coming one was cancelled. */
export type Arrangement = {
  number: number
  kind: "arrange" | "put back" | "cancel"
  /** the earlier one that was put back; 0: the page as it was before anybody arranged it */
  of: number | null
  from: Date
  slots: Slot[]
  by: { id: string; name: string }
  madeAt: Date
}

/** A page as the desk sees it. */
export type ArrangedPage = {
  page: string
  /** the number of the last change: a change names the one it was made from */
  revision: number
  /** the database's time at which all of this was so */
  at: Date
  inForce: Arrangement | null
  /** what waits for its time, the next first */
  coming: Arrangement[]
  /** the last changes, newest first */
  history: Arrangement[]
}

/** A story as the desk's screen shows it in a slot: what readers see of it, or its draft while they see nothing. */
export type SlotStory = {
  id: string
  headline: string
  kicker: string
  /** its name */
  section: string
  status: Status
  live: boolean
  /** when it will be public, where that is settled */
  publishAt: Date | null
  pictures: { id: string; alt: string; width: number }[]
}

/** The slots whose stories have not left them by this moment. */
export const standingAt = (given: readonly Slot[], at: Date) =>
  given.filter(({ until }) => until === null || new Date(until) > at)
