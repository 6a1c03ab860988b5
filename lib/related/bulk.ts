import { z } from "zod"
import { webAddress } from "../address"
import { relatedItem, relatedManner, relatedReason, type Status, slugShape } from "../story/story"
import { text } from "../text"
import type { Target } from "./lists"

/** So many stories are changed in one act. */
export const MOST_STORIES = 500

/** What was done to a list, in the log of its changes. */
export const WHATS = ["by hand", "set", "replace", "back", "import", "undo"] as const
export type What = (typeof WHATS)[number]

export const target = z.union([z.strictObject({ story: z.uuid() }), z.strictObject({ link: z.uuid() })])

/** Which stories: all of it has to fit. */
export const choice = z.strictObject({
  words: text(300).default(""),
  section: slugShape.or(z.literal("")).default(""),
  topic: slugShape.or(z.literal("")).default(""),
  package: slugShape.or(z.literal("")).default(""),
  holding: target.nullable().default(null),
})
export type Choice = z.infer<typeof choice>

const setItem = z.union([
  z.strictObject({ story: z.uuid(), reason: relatedReason }),
  z.strictObject({ link: z.uuid(), reason: relatedReason }),
])

/** An act on the related news of many stories, as it is asked for: first what it would do, then that it is done. */
export const bulkAsk = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("set"),
    items: z.array(setItem).max(100),
    /** all public stories of a package, behind the items */
    package: slugShape.or(z.literal("")),
    place: z.enum(["first", "last"]),
    into: choice,
  }),
  z.strictObject({
    ...{ do: z.literal("replace"), out: target, into: target.nullable() },
    /** in stories of this section alone */
    section: slugShape.or(z.literal("")).default(""),
  }),
  z.strictObject({ do: z.literal("back"), story: z.uuid(), theirs: z.boolean(), own: z.boolean() }),
  z.strictObject({ do: z.literal("undo"), batch: z.uuid() }),
  z.strictObject({ do: z.literal("undo one"), change: z.uuid() }),
])
export type BulkAsk = z.infer<typeof bulkAsk>
export type BulkInput = z.input<typeof bulkAsk>

/** An outside link's own words. */
export const page = z.strictObject({ url: webAddress, headline: text(500).trim().min(1), source: text(200).trim() })

/** An item as it is wanted: one of the story's shape, or a page elsewhere that becomes one of the paper's links when it is done. */
export const wantedItem = z.union([relatedItem, z.strictObject({ page, ...relatedManner })])
export type WantedItem = z.infer<typeof wantedItem>

/** What a story's list is to be, from the revision at which that was shown. */
export const wish = z.strictObject({
  id: z.uuid(),
  revision: z.int().positive(),
  after: z.array(wantedItem).max(100),
})
export type Wish = z.infer<typeof wish>

/** A part of an act that is done: of one batch, the same for all of its parts. */
export const part = z.strictObject({
  batch: z.uuid(),
  what: z.enum(["set", "replace", "back", "import", "undo"]),
  about: z.array(target).max(100),
  undoes: z.uuid().nullable(),
  stories: z.array(wish).min(1).max(25),
})
export type Part = z.infer<typeof part>

type About = { id: string; headline: string; status: Status | null }
/** What would happen to a story; `readers` says when readers have it. */
export type Planned = About & Pick<Wish, "revision" | "after"> & { will: string; readers: string; atOnce: boolean }
export type LeftAlone = About & { refused: string }

/** What an act would do. `same`: in so many of the stories all of it is so already. */
export type Plan = Pick<Part, "what" | "about" | "undoes"> & { lines: (Planned | LeftAlone)[]; same: number }

/** What became of a story: done, in words; or why not. */
export type Result = { id: string; done: string } | { id: string; refused: string }

export const REMOVED = "It was removed for legal reasons: nothing of it is left to change."

export const AT_ONCE = "Readers have it at once, as a minor change."

/** What the paper calls an item of which nothing is known any more. */
export const NAMELESS = "something that is not there any more"

export type Named = ReadonlyMap<string, string>

/** What acts are called where they are listed. */
const LABELS: Record<What, string> = {
  "by hand": "By hand",
  set: "Put in",
  replace: "Replaced",
  back: "And back",
  import: "From a file",
  undo: "Undone",
}
export const labelOf = (what: string) => LABELS[WHATS.find((one) => one === what) ?? "by hand"]

export type ItemFound = Target & { headline: string; whence: string }

/** A line of what was done to related news: a change of one story, or a batch of many. */
export type ChangeLine = {
  /** of the change, or of the batch */
  id: string
  batch: boolean
  what: string
  by: string
  at: Date
  /** of a change: whose list it is, and how it changed; of a batch: how many stories, and what it was about */
  story: { id: string; headline: string } | null
  stories: number
  said: string
  /** who undid it since, if anybody */
  undoneBy: string | null
}
