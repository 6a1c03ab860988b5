import "server-only"
import { z } from "zod"
import { oneOf } from "../one-of"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { refuseFields } from "../story/bad-input"
import { endsLater, type RelatedItem, relatedManner } from "../story/story"
import { type Manner, mannerOf } from "./manner"
import { noteText } from "./notes.server"
import { targetAt } from "./target-at.server"
import { saidTwice } from "./twice"

const moment = z.iso
  .datetime({ offset: true, error: "Write a moment with its zone, such as 2026-12-03T09:00:00+01:00." })
  .transform((given) => new Date(given).toISOString())
  .optional()

/** What may be said of an item; `false` is as good as left out. */
const manner = {
  reason: relatedManner.reason,
  headlineForReaders: relatedManner.headlineForReaders,
  ...{ from: moment, until: moment },
  ...{ pinned: z.boolean().optional(), hidden: z.boolean().optional() },
  note: noteText.optional(),
}

// What we say of an item comes back with it when a program changes the list: it is taken, and not believed.
const whose = { noteBy: z.string(), noteAt: z.string(), addedBy: z.string(), addedAt: z.string() }
const by = z.object(whose).partial().shape
const said = { headline: z.string().optional(), status: z.string().optional(), live: z.boolean().optional() }
const page = { url: z.string(), headline: z.string(), source: z.string().optional(), link: z.uuid().optional() }

const item = oneOf(
  {
    story: endsLater(z.strictObject({ story: z.uuid(), ...manner, ...by, ...said, address: z.string().nullish() })),
    url: endsLater(z.strictObject({ ...page, ...manner, ...by })),
    link: endsLater(z.strictObject({ link: z.uuid(), ...manner, ...by })),
  },
  "An item is { story: ID } or { url, headline, source? }; reason, headlineForReaders, from, until, pinned, hidden and note may be said beside.",
)

/** Related items as a program sends them. */
export const relatedInput = z.array(item).max(100)
export type RelatedInput = z.infer<typeof relatedInput>

/** The list as a story keeps it; and the notes for the desk, which are not of its text, by what they are about. */
export type Settled = { related: RelatedItem[]; notes: ReadonlyMap<string, string> }

/** The items as the story `of` keeps them: a page elsewhere becomes one of the paper's links, an address of the paper its story. */
export async function settleRelated(
  actor: Person,
  items: RelatedInput,
  { field, of }: { field: string; of?: string | undefined },
): Promise<Settled | Refusal> {
  const related: RelatedItem[] = []
  const notes = new Map<string, string>()
  for (const [index, given] of items.entries()) {
    const what = await whatOf(actor, given, `${field}.${index}`, of)
    if ("refused" in what) return what
    const { reason, headlineForReaders, from, until, pinned, hidden, note } = given
    const flags: Manner = { ...(pinned && { pinned }), ...(hidden && { hidden }) }
    related.push({ ...what, ...mannerOf({ reason, headlineForReaders, from, until, ...flags }) })
    if (note !== undefined) notes.set("story" in what ? what.story : what.link, note)
  }
  const twice = saidTwice(field, related)
  return Object.keys(twice).length ? refuseFields(twice) : { related, notes }
}

async function whatOf(
  actor: Person,
  given: RelatedInput[number],
  path: string,
  of: string | undefined,
): Promise<{ story: string } | { link: string } | Refusal> {
  if ("story" in given) return { story: given.story }
  if (!("url" in given)) return { link: given.link }
  const { url, headline, source = "" } = given
  const target = await targetAt(actor, { url, headline, source }, of)
  if ("story" in target) return target
  if ("link" in target) return { link: target.link.id }
  return target.fields ? refuseFields(under(path, target.fields)) : target
}

const under = (path: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [`${path}.${name}`, sentence]))
