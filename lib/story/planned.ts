import { momentOf } from "../dates"
import type { Change, Story } from "./story"

/**
 * What comes with an act: its words (a correction, a notice of withdrawal, a word to the writer), a time for what is to happen
 * later, of a correction whether it only makes clear what could be misunderstood, and of a scheduled change what it will be.
 */
export type Particulars = { note: string; at: Date | null; clarifies?: boolean; as?: Change }

// What is to happen later, and what must not happen before: publication, a change of a live story, withdrawal, embargo.
// Each refusal is a sentence, or false.

/** The act that the clock owes this story at this moment; null while there is none. A withdrawal that is due waits for nothing. */
export function actDue(story: Story, now: Date): Change | "publish" | "withdraw" | null {
  const due = (at: Date | null) => at !== null && at <= now
  if (story.status === "scheduled") return due(story.publishAt) ? "publish" : null
  if (story.status !== "published") return null
  if (due(story.withdrawAt)) return "withdraw"
  return due(story.publishAt) ? story.changeAs : null
}

/** What comes with the act that is due: the words that were written when it was planned. */
export const particularsDue = (story: Story, act: ReturnType<typeof actDue>): Particulars =>
  act === "withdraw"
    ? { note: story.withdrawNotice, at: null }
    : { note: story.changeNote, clarifies: story.changeClarifies, at: null }

export const NO_CHANGE = { publishAt: null, changeAs: null, changeNote: "", changeClarifies: false } as const
export const NO_WITHDRAWAL = { withdrawAt: null, withdrawNotice: "" } as const

export const changeLater = ({ at, note, clarifies = false, as = "update" }: Particulars): Partial<Story> => ({
  ...{ publishAt: at, changeAs: as },
  changeNote: as === "correct" ? note.trim() : "",
  changeClarifies: as === "correct" && clarifies,
})

/** Why the story may not be public now. */
export function notYet({ embargoUntil, withdrawAt }: Story, now: Date): string | false {
  if (embargoUntil && embargoUntil > now)
    return `This story is under embargo until ${momentOf(embargoUntil)}: nobody outside may see it before. Schedule it for then, or lift the embargo.`
  return (
    withdrawAt !== null &&
    withdrawAt <= now &&
    `This story was to be withdrawn on ${momentOf(withdrawAt)}, which has passed. Choose “Do not withdraw” first, or another time.`
  )
}

export function noPublicationThen(story: Story, now: Date, { at }: Particulars): string | false {
  if (!isTime(at)) return "Say when the story is to be published."
  if (at <= now) return "That time has passed: choose a later one, or publish now."
  const { embargoUntil } = story
  if (embargoUntil && at < embargoUntil)
    return `This story is under embargo until ${momentOf(embargoUntil)}: choose that time or a later one.`
  return tooLate(story, at)
}

export function noChangeThen(story: Story, now: Date, { at, as = "update", note }: Particulars): string | false {
  if (!isTime(at)) return "Say when readers are to have the change."
  if (at <= now) return "That time has passed: choose a later one, or publish the change now."
  if (as === "correct" && !note.trim())
    return "Say in the correction what was wrong and what is right: readers will see it."
  return tooLate(story, at)
}

const tooLate = ({ withdrawAt }: Story, at: Date) =>
  withdrawAt !== null &&
  withdrawAt <= at &&
  `This story is to be withdrawn on ${momentOf(withdrawAt)}: choose an earlier time.`

export function noEmbargoUntil({ status, publishAt }: Story, now: Date, { at }: Particulars): string | false {
  if (!isTime(at)) return "Say until when nobody outside may see the story."
  if (at <= now) return "That time has passed: an embargo ends in the future."
  return (
    status === "scheduled" &&
    publishAt !== null &&
    publishAt < at &&
    `This story is scheduled for ${momentOf(publishAt)}, before the embargo would end. Take it off the schedule first.`
  )
}

export function noWithdrawalThen({ status, publishAt }: Story, now: Date, { at }: Particulars): string | false {
  if (!isTime(at)) return "Say when the story is to be withdrawn."
  if (at <= now)
    return status === "published"
      ? "That time has passed: choose a later one, or withdraw now."
      : "That time has passed: choose a later one."
  return (
    publishAt !== null &&
    at <= publishAt &&
    `That is before ${momentOf(publishAt)}, when readers are to have it: choose a later time.`
  )
}

const isTime = (at: Date | null): at is Date => at !== null && !Number.isNaN(at.getTime())

/** Would this embargo end before the present one? */
export const shortens = ({ embargoUntil }: Story, { at }: Particulars) =>
  embargoUntil !== null && isTime(at) && at < embargoUntil

export const notShortened = ({ embargoUntil }: Story) =>
  `The embargo ends on ${embargoUntil ? momentOf(embargoUntil) : "another day"}: only an editor may end it earlier.`

export const noNotice = ({ note }: Particulars) =>
  !note.trim() && "Write the notice that readers will see in place of the story, with the reason."

/** Of a story that was public once the words can be erased; one that never was is spiked. */
export function noRemoval({ removedAt, firstPublishedAt }: Story, _now: Date, particulars: Particulars) {
  if (removedAt !== null) return "This story was removed already: nothing of its text is left."
  if (firstPublishedAt === null) return "Nothing of this story was ever public. Spike it instead."
  return noNotice(particulars)
}
