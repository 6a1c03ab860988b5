import type { Look } from "@/components/ui/button"
import { type Act, rowOf } from "@/lib/story/acts"
import type { Change } from "@/lib/story/story"
import { TAKE_AWAY } from "@/lib/story/taking-away"

/** The next step on a story's way stands out: one button, never two. */
const WAY: readonly Act[] = ["update", "publish", "file", "restore"]

/** What brings words to the desk or to readers: before these, somebody may want to check. */
export const ONWARD: readonly Act[] = ["file", "schedule", "publish", "update", "minor", "correct", "scheduleChange"]

/** What is chosen now and then: it waits under "More", unless it is what is proposed. */
const RARE: readonly Act[] = ["minor", "scheduleChange", "embargo", "askWithdrawal", "withdrawLater", "remove"]

/** The acts that are open, as the bar shows them: beside each other, and under "More". */
export function placed(open: readonly Act[], proposed: Change | null) {
  const isRare = (act: Act) => act !== proposed && (RARE.includes(act) || rowOf(act).onlyWith !== undefined)
  return { bar: open.filter((act) => !isRare(act)), more: open.filter(isRare) }
}

export function lookOf(name: Act, open: readonly Act[], proposed: Change | null): Look {
  if (name === (proposed ?? WAY.find((step) => open.includes(step)))) return "strong"
  return TAKE_AWAY.includes(name) ? "danger" : name === "spike" ? "quiet" : "plain"
}

/** What an act did, said after it. */
export const SAID: Record<Act, string> = {
  file: "Filed: the desk has it.",
  approve: "Approved: this text, and no other.",
  sendBack: "Sent back to the writer.",
  schedule: "Scheduled.",
  unschedule: "Taken off the schedule.",
  publish: "Published.",
  update: "Updated: readers have the new text.",
  minor: "Changed: readers have the new text. “Updated” stays as it was.",
  correct: "Corrected: readers have the new text, and the correction with it.",
  scheduleChange: "The change is scheduled. Until then readers have the text that they have.",
  cancelChange: "The change is not scheduled any more. It is kept as it is.",
  embargo: "Under embargo: nobody outside sees it before.",
  liftEmbargo: "The embargo is lifted.",
  askWithdrawal: "Asked for: somebody else can withdraw it now.",
  withdraw: "Withdrawn: readers see the notice in its place.",
  remove: "Removed: nothing of its text is left. Readers see the notice in its place.",
  withdrawLater: "It will be withdrawn then.",
  keepUp: "It will not be withdrawn.",
  spike: "Spiked. Restore brings it back.",
  restore: "Restored as a draft.",
}
export const ONLY_THE_CORRECTION = "Corrected: readers have the correction. The text is as it was."
