import "server-only"
import { z } from "zod"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { refuseFields } from "../story/bad-input"
import { type RelatedItem, relatedReason as reason } from "../story/story"
import { addLink } from "./links.server"

// What we say of an item comes back with it when a program changes the list: it is taken, and not believed.
const said = { headline: z.string().optional(), status: z.string().optional(), live: z.boolean().optional() }
const item = z.union(
  [
    z.strictObject({ story: z.uuid(), reason, ...said, address: z.string().nullish() }),
    z.strictObject({
      ...{ url: z.string(), headline: z.string(), source: z.string().optional(), reason },
      link: z.uuid().optional(),
    }),
    z.strictObject({ link: z.uuid(), reason }),
  ],
  { error: "An item is { story: ID } or { url, headline, source? }, each with a reason if you like." },
)

/** Related items as a program sends them. */
export const relatedInput = z.array(item).max(100)
export type RelatedInput = z.infer<typeof relatedInput>

/** The items as a story keeps them: a page elsewhere becomes one of the paper's links. */
export async function settleRelated(
  actor: Person,
  items: RelatedInput,
  field: string,
): Promise<{ related: RelatedItem[] } | Refusal> {
  const related: RelatedItem[] = []
  for (const [index, given] of items.entries()) {
    const why = given.reason === undefined ? {} : { reason: given.reason }
    if ("story" in given) related.push({ story: given.story, ...why })
    else if (!("url" in given)) related.push({ link: given.link, ...why })
    else {
      const { url, headline, source = "" } = given
      const added = await addLink(actor, { url, headline, source })
      if (!("refused" in added)) related.push({ link: added.link.id, ...why })
      else if (added.fields) return refuseFields(under(`${field}.${index}`, added.fields))
      else return added
    }
  }
  return { related }
}

const under = (path: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [`${path}.${name}`, sentence]))
