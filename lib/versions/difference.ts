import { canonical } from "../record/canonical"
import type { StoryText } from "../story/story"
import { type Step, stepsBetween } from "./steps"

/** The words of a version as they are stored; blocks and language may be of a release that this one does not know. */
export type VersionText = Omit<StoryText, "body" | "language"> & { language: string; body: readonly unknown[] }

export const FIELDS = [
  ...(["headline", "standfirst", "kicker", "dateline", "byline", "section", "slug"] as const),
  ...(["language", "topics", "related"] as const),
] satisfies (keyof VersionText)[]
export type Field = (typeof FIELDS)[number]

export type FieldChange = { field: Field; before: unknown; after: unknown }

/** What makes one text of another: whole, so that each of the two can be made of the other and this. */
export type Difference = { fields: FieldChange[]; body: Step[] }

export function differenceOf(older: VersionText, newer: VersionText): Difference {
  const fields = FIELDS.flatMap((field): FieldChange[] =>
    canonical(older[field]) === canonical(newer[field]) ? [] : [{ field, before: older[field], after: newer[field] }],
  )
  return { fields, body: stepsBetween(older.body, newer.body) }
}

/** The newer text, out of the older one. Throws where this is not the difference of that text. */
export function applied(older: VersionText, { fields, body }: Difference): VersionText {
  return made(older, body.map(olderOf), body.map(newerOf), fields, "before", "after")
}

/** The older text, out of the newer one. Throws where this is not the difference of that text. */
export function reverted(newer: VersionText, { fields, body }: Difference): VersionText {
  return made(newer, body.map(newerOf), body.map(olderOf), fields, "after", "before")
}

type Side = "before" | "after"

function made(
  text: VersionText,
  had: readonly unknown[],
  has: readonly unknown[],
  fields: readonly FieldChange[],
  from: Side,
  to: Side,
): VersionText {
  const fits =
    canonical(had.filter(isThere)) === canonical(text.body) &&
    fields.every((change) => canonical(change[from]) === canonical(text[change.field]))
  if (!fits) throw new Error("This is the difference of another text.")
  const changed = Object.fromEntries(fields.map((change) => [change.field, change[to]]))
  return { ...text, ...changed, body: has.filter(isThere) }
}

const isThere = (block: unknown) => block !== null
const olderOf = (step: Step) => ("same" in step ? step.same : step.before)
const newerOf = (step: Step) => ("same" in step ? step.same : step.after)
