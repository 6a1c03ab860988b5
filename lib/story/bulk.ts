import { momentOf } from "../dates"
import type { Act } from "./acts"
import { addressOf, type Story } from "./story"

/** What can be done to several stories at once. Not what needs words of its own for each, and not what cannot be undone. */
export const BULK_ACTS: readonly Act[] = [
  ...(["file", "approve", "sendBack", "schedule", "unschedule", "publish", "update", "minor"] as const),
  ...(["cancelChange", "embargo", "liftEmbargo", "withdrawLater", "keepUp", "askWithdrawal"] as const),
  ...(["withdraw", "spike", "restore"] as const),
]

/** So many stories at once. */
export const AT_ONCE = 100

/** What an act would make of a story, in a sentence. */
export function effectOf(act: Act, before: Story, after: Story): string {
  const { text } = after
  const said = SENTENCES[act]?.(after, addressOf(text))
  if (said) return said
  return before.status === after.status
    ? `It stays ${after.status}.`
    : `It is ${before.status} now and will be ${after.status}.`
}

const at = (moment: Date | null) => (moment ? momentOf(moment) : "a time to be chosen")

type Sentence = (after: Story, address: string) => string

const SENTENCES: Partial<Record<Act, Sentence>> = {
  file: () => "The desk gets it.",
  approve: () => "This text counts as approved, and no other.",
  sendBack: () => "It goes back to its writer as a draft.",
  schedule: ({ publishAt }, address) => `Readers get it at ${address} on ${at(publishAt)}.`,
  unschedule: () => "It comes off the schedule and waits with the desk.",
  publish: (_after, address) => `Readers get it at once, at ${address}.`,
  update: (_after, address) => `Readers get the changed text at once, at ${address}.`,
  minor: (_after, address) => `Readers get the changed text at once, at ${address}; “Updated” stays as it was.`,
  cancelChange: () => "The scheduled change stays a change that readers do not have.",
  embargo: ({ embargoUntil }) => `Nobody outside may see it before ${at(embargoUntil)}.`,
  liftEmbargo: () => "It may be published at any time.",
  withdrawLater: ({ withdrawAt }) => `The clock takes it from readers on ${at(withdrawAt)}.`,
  keepUp: () => "The clock leaves it with readers.",
  askWithdrawal: () => "Readers keep it until somebody else withdraws it.",
  withdraw: (_after, address) => `Readers lose it at once: ${address} shows the notice.`,
  spike: () => "It is put aside. Restore brings it back.",
  restore: () => "It becomes a draft again. Readers do not get it by that.",
}
