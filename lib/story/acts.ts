import { wordsOfBody } from "../blocks/blocks"
import { can } from "../people/can"
import type { Actor } from "../people/people"
import type { Particulars } from "./planned"
import * as planned from "./planned"
import { hasUnpublishedChanges, type Status, type Story } from "./story"

type Row = {
  label: string
  from: readonly Status[]
  /** "same": the story stays where it is, and something is noted for later */
  to: Status | "same"
  /** does the act put the draft before readers, as a new version? */
  makesVersion?: true
  /** what the editor is asked to write with it */
  asksFor?: string
  /** is the editor asked for a time? */
  asksWhen?: true
  /** open only while the story has this: something planned that it takes back, or a past */
  onlyWith?: "publishAt" | "embargoUntil" | "withdrawAt" | "firstPublishedAt"
  /** why not, in words that name the next step */
  refuse?: (story: Story, now: Date, particulars: Particulars) => string | false
  change?: (story: Story, now: Date, particulars: Particulars) => Partial<Story>
}

/** Everything that can happen to a story. A new act is a new row (and a right in can.ts). */
export const ACTS = {
  file: { label: "File", from: ["draft"], to: "filed", refuse: unfinished },
  approve: {
    label: "Approve",
    from: ["draft", "filed", "scheduled", "published"],
    to: "same",
    refuse: (story) => unfinished(story) || (story.status === "published" && nothingNew(story)),
  },
  sendBack: { label: "Send back", from: ["filed"], to: "draft", asksFor: "A word to the writer" },
  schedule: {
    label: "Schedule",
    from: ["draft", "filed"],
    to: "scheduled",
    asksWhen: true,
    refuse: (story, now, particulars) => unfinished(story) || planned.noPublicationThen(story, now, particulars),
    change: (_story, _now, { at }) => ({ publishAt: at }),
  },
  unschedule: { label: "Unschedule", from: ["scheduled"], to: "filed", change: () => ({ publishAt: null }) },
  publish: {
    label: "Publish",
    from: ["draft", "filed", "scheduled"],
    to: "published",
    makesVersion: true,
    refuse: (story, now) => unfinished(story) || planned.notYet(story, now),
    change: firstPublication,
  },
  update: {
    label: "Update",
    from: ["published"],
    to: "published",
    makesVersion: true,
    refuse: (story) => unfinished(story) || nothingNew(story),
    change: () => planned.NO_CHANGE,
  },
  minor: {
    label: "Minor change",
    from: ["published"],
    to: "published",
    makesVersion: true,
    refuse: (story) => unfinished(story) || nothingNew(story),
    change: () => planned.NO_CHANGE,
  },
  correct: {
    label: "Correct",
    from: ["published"],
    to: "published",
    makesVersion: true,
    asksFor: "What was wrong, and what is right",
    refuse: (story, _now, { note }) =>
      unfinished(story) ||
      (!note.trim() && "Say in the correction what was wrong and what is right: readers will see it."),
    change: () => planned.NO_CHANGE,
  },
  scheduleChange: {
    label: "Schedule the change",
    from: ["published"],
    to: "same",
    asksWhen: true,
    refuse: (story, now, particulars) =>
      unfinished(story) || nothingNew(story) || planned.noChangeThen(story, now, particulars),
    change: (_story, _now, particulars) => planned.changeLater(particulars),
  },
  cancelChange: {
    label: "Cancel the scheduled change",
    from: ["published"],
    to: "same",
    onlyWith: "publishAt",
    refuse: (story) => !story.publishAt && "No change of this story is scheduled.",
    change: () => planned.NO_CHANGE,
  },
  embargo: {
    label: "Embargo",
    from: ["draft", "filed", "scheduled"],
    to: "same",
    asksWhen: true,
    refuse: planned.noEmbargoUntil,
    change: (_story, _now, { at }) => ({ embargoUntil: at }),
  },
  liftEmbargo: {
    label: "Lift the embargo",
    from: ["draft", "filed", "scheduled"],
    to: "same",
    onlyWith: "embargoUntil",
    refuse: (story) => !story.embargoUntil && "This story is under no embargo.",
    change: () => ({ embargoUntil: null }),
  },
  withdrawLater: {
    label: "Withdraw later",
    from: ["draft", "filed", "scheduled", "published"],
    to: "same",
    asksWhen: true,
    asksFor: "The notice that readers will see in its place",
    refuse: (story, now, particulars) =>
      planned.noWithdrawalThen(story, now, particulars) || planned.noNotice(particulars),
    change: (_story, _now, { at, note }) => ({ withdrawAt: at, withdrawNotice: note.trim() }),
  },
  keepUp: {
    label: "Do not withdraw",
    from: ["draft", "filed", "scheduled", "published"],
    to: "same",
    onlyWith: "withdrawAt",
    refuse: (story) => !story.withdrawAt && "This story is not to be withdrawn.",
    change: () => planned.NO_WITHDRAWAL,
  },
  askWithdrawal: {
    label: "Ask for withdrawal",
    from: ["published"],
    to: "same",
    asksFor: "Why it has to go",
    refuse: (_story, _now, { note }) => !note.trim() && "Say why the story has to go: somebody else decides by it.",
  },
  withdraw: {
    label: "Withdraw",
    from: ["published"],
    to: "withdrawn",
    asksFor: "The notice that readers will see in its place",
    refuse: (_story, _now, particulars) => planned.noNotice(particulars),
    change: (_story, now, { note }) => ({
      ...planned.NO_CHANGE,
      ...planned.NO_WITHDRAWAL,
      liveId: null,
      liveRevision: null,
      withdrawnAt: now,
      withdrawnNote: note.trim(),
    }),
  },
  remove: {
    label: "Remove for legal reasons",
    from: ["draft", "filed", "scheduled", "published", "withdrawn", "spiked"],
    to: "withdrawn",
    asksFor: "What readers are told in its place: that it was removed, and on what ground",
    onlyWith: "firstPublishedAt",
    refuse: planned.noRemoval,
    change: (_story, now, { note }) => ({
      ...planned.NO_CHANGE,
      ...planned.NO_WITHDRAWAL,
      ...{ liveId: null, liveRevision: null, withdrawnAt: now, withdrawnNote: note.trim(), removedAt: now },
    }),
  },
  spike: {
    label: "Spike",
    from: ["draft", "filed", "scheduled"],
    to: "spiked",
    change: () => ({ publishAt: null, ...planned.NO_WITHDRAWAL }),
  },
  restore: {
    label: "Restore",
    from: ["withdrawn", "spiked"],
    to: "draft",
    refuse: ({ removedAt }) =>
      removedAt !== null && "This story was removed for legal reasons: nothing of its text is left.",
  },
} as const satisfies Record<string, Row>

export type Act = keyof typeof ACTS
export const ACT_NAMES = Object.keys(ACTS) as Act[]

/** What puts words before readers, now or later. */
export const PUTS_OUT: readonly Act[] = ["publish", "update", "minor", "correct", "schedule", "scheduleChange"]

/** The act's name in an address: send-back. */
export const wordOf = (act: string) => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
export const actOf = (word: string): Act | undefined => ACT_NAMES.find((act) => wordOf(act) === word)

export const rowOf = (act: Act): Row => ACTS[act]

export type Refusal = {
  refused: string
  because: "no right" | "wrong state" | "not ready" | "not found" | "bad input"
  /** what is wrong with which field: "body.3.text.0.link" */
  fields?: Record<string, string>
}
export type Decision = { story: Story } | Refusal

/** May this happen, and what does the story become? Pure: the caller brings the time and writes the result. */
export function decide(
  actor: Actor,
  act: Act,
  story: Story,
  now: Date,
  particulars: Particulars = { note: "", at: null },
): Decision {
  const row = rowOf(act)
  if (!can(actor, act)) return { refused: noRight(actor, act), because: "no right" }
  if (!row.from.includes(story.status)) return { refused: wrongState(act, story), because: "wrong state" }
  if (!can(actor, act, story)) return { refused: noRight(actor, act), because: "no right" }
  if (act === "embargo" && planned.shortens(story, particulars) && !can(actor, "liftEmbargo", story))
    return { refused: planned.notShortened(story), because: "no right" }
  if (actor.role === "clock" && planned.actDue(story, now) !== act)
    return { refused: "This story is not due yet.", because: "not ready" }
  const refused = row.refuse?.(story, now, particulars)
  if (refused) return { refused, because: "not ready" }
  const status = row.to === "same" ? story.status : row.to
  const revision = story.revision + 1
  // What is only noted for later leaves what readers have and the draft as far apart as they were.
  const live = row.to === "same" && story.liveRevision === story.revision ? { liveRevision: revision } : {}
  return { story: { ...story, ...live, ...row.change?.(story, now, particulars), status, revision } }
}

/** What the state of a story is made of, as far as it opens acts. */
type Standing = Pick<Story, "status" | "publishAt" | "embargoUntil" | "withdrawAt" | "firstPublishedAt">

/** The buttons to show: the right and the state that `decide` asks for. What is still missing, `decide` says in words. */
export function actsOpenTo(actor: Pick<Actor, "role">, story: Standing): Act[] {
  return ACT_NAMES.filter((act) => {
    const { from, onlyWith } = rowOf(act)
    return can(actor, act, story) && from.includes(story.status) && (!onlyWith || story[onlyWith] !== null)
  })
}

function noRight({ role }: Actor, act: Act) {
  const who = role === "clock" ? "the clock" : `${role === "reporter" ? "a" : "an"} ${role}`
  return `${ACTS[act].label} is not open to ${who}. Ask an ${can({ role: "editor" }, act) ? "editor" : "administrator"}.`
}

function wrongState(act: Act, story: Story) {
  const states = rowOf(act).from.join(" or ")
  return `${ACTS[act].label} is for a story that is ${states}; this one is ${story.status}.`
}

/** Said of a draft whose blocks are not all known here: to go on without them would lose them. */
export const OF_A_LATER_RELEASE =
  "A part of this story was written with a later release of Standfirst and cannot be read with this one. It is kept as it is: bring Standfirst up to date before you go on."

function unfinished({ text, unread }: Story) {
  if (unread) return OF_A_LATER_RELEASE
  if (!text.headline.trim()) return "Give the story a headline first."
  if (!wordsOfBody(text.body).trim()) return "The story has no text yet: write it first."
  return false
}

function nothingNew(story: Story) {
  return !hasUnpublishedChanges(story) && "Nothing has changed since the live version: there is nothing to update."
}

function firstPublication(story: Story, now: Date): Partial<Story> {
  const past = { publishAt: null, embargoUntil: null, withdrawnAt: null, withdrawnNote: "" }
  return { firstPublishedAt: story.firstPublishedAt ?? now, ...past }
}
