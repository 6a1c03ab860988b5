import { z } from "zod"
import { body } from "../blocks/blocks"
import { oneOf } from "../one-of"
import { text } from "../text"

export const STATUSES = ["draft", "filed", "scheduled", "published", "withdrawn", "spiked"] as const
export type Status = (typeof STATUSES)[number]

export const LANGUAGES = ["en", "nl", "fr", "de"] as const
export type Language = (typeof LANGUAGES)[number]

/** A name under a headline: somebody of the paper (`personId`), or anybody in free text. */
const bylinePart = z.strictObject({
  personId: z.uuid().optional(),
  name: text(200).trim().min(1, "A byline needs a name."),
})
export const byline = z.array(bylinePart).max(20)
export type Byline = z.infer<typeof byline>

/** Why something is related, for readers: "Background", "Earlier". Left out where the editor says nothing. */
export const relatedReason = text(80).trim().min(1, "Leave the reason out, or say it.").optional()

const moment = z.iso.datetime("Write a moment in UTC, such as 2026-12-03T08:00:00Z.")

/** What an editor may say of an item beside what it is. Everything may be left out. */
export const relatedManner = {
  reason: relatedReason,
  /** what readers read as the link, instead of the story's or page's own headline */
  headlineForReaders: text(500).trim().min(1, "Leave the headline for readers out, or write one.").optional(),
  /** readers have it from this moment on, and until that one: UTC, as JSON has it */
  from: moment.optional(),
  until: moment.optional(),
  /** stands before what is not pinned, whatever is put in later */
  pinned: z.literal(true, "Say true, or leave it out.").optional(),
  /** stays in the list and is shown to no reader; the paper does not suggest it either */
  hidden: z.literal(true, "Say true, or leave it out.").optional(),
}

type Span = { from?: string | undefined; until?: string | undefined }

/** Refuses at `until` what ends before it begins. */
export const endsLater = <S extends z.ZodType<Span>>(schema: S) =>
  schema.refine(({ from, until }) => !from || !until || Date.parse(from) < Date.parse(until), {
    error: ENDS_EARLY,
    path: ["until"],
  })
export const ENDS_EARLY = "It ends before it begins: choose a later end."

const storyItem = endsLater(z.strictObject({ story: z.uuid(), ...relatedManner }))
const linkItem = endsLater(z.strictObject({ link: z.uuid(), ...relatedManner }))

/** One item of "Related news", in a story's own list: a story of the paper, or an outside link by its id. */
export const relatedItem = oneOf(
  { story: storyItem, link: linkItem },
  "A related item is { story: ID } or { link: ID }; reason, headlineForReaders, from, until, pinned and hidden may be said beside.",
)
export type RelatedItem = z.infer<typeof relatedItem>

export const slugShape = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "A slug is lower-case letters and digits with single hyphens between them.")

/** What writers write and versions keep: the words of a story and where they belong. One shape on every way in and out. */
export const storyText = z.strictObject({
  headline: text(1_000),
  standfirst: text(10_000),
  kicker: text(200),
  dateline: text(200),
  language: z.enum(LANGUAGES),
  section: slugShape,
  slug: slugShape,
  byline,
  topics: z.array(slugShape).max(50),
  body,
  related: z.array(relatedItem).max(100),
})
export type StoryText = z.infer<typeof storyText>

/** What a change of a live story is to readers: of no weight to them, news, or the end of a mistake. */
export const CHANGES = ["minor", "update", "correct"] as const
export type Change = (typeof CHANGES)[number]

export type Story = {
  id: string
  revision: number
  status: Status
  text: StoryText
  /** how many blocks of the stored draft are of a later release: they are kept, and are not in `text` */
  unread: number
  /** the version that readers see, if any */
  liveId: string | null
  liveRevision: number | null
  /** somebody chose the slug by hand: the headline no longer moves it */
  slugChosen: boolean
  firstPublishedAt: Date | null
  /** when the clock publishes it; of a live story: when readers are to have its changes */
  publishAt: Date | null
  /** what the scheduled change of a live story will be, with a correction's words */
  changeAs: Change | null
  changeNote: string
  changeClarifies: boolean
  /** nobody outside may see it before */
  embargoUntil: Date | null
  /** when the clock withdraws it, and the notice that readers will see then */
  withdrawAt: Date | null
  withdrawNotice: string
  withdrawnAt: Date | null
  withdrawnNote: string
  /** when its text was erased for legal reasons */
  removedAt: Date | null
  createdById: string
  createdAt: Date
  changedAt: Date
}

/** Does the draft hold anything that readers do not see yet? */
export const hasUnpublishedChanges = (story: Pick<Story, "liveId" | "revision" | "liveRevision">) =>
  story.liveId !== null && story.revision !== story.liveRevision

export const addressOf = (text: { section: string; slug: string }) => `/${text.section}/${text.slug}`

/** A byline in one line: the names, with commas between them. */
export const namesOf = (byline: Byline) => byline.map(({ name }) => name).join(", ")
