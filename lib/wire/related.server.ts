import "server-only"
import type { Person } from "../people/people"
import { searchStories } from "../related/related.server"
import { targetAt } from "../related/target-at.server"
import type { RelatedItem } from "../story/story"
import { fold } from "./bare"
import type { RelatedText } from "./draft"

/** A related headline of the wire, and what it was linked to; null: somebody has to find the story. */
export type RelatedFound = RelatedText & { item: RelatedItem | null; why: string }

const MOST = 100

/** Links related headlines: those with an address as outside links, those that a story of the paper bears to that story. */
export async function linkRelated(actor: Person, related: readonly RelatedText[]) {
  const found: RelatedFound[] = []
  for (const text of related) found.push({ ...text, ...(await itemFor(actor, text)) })
  const linked = found.flatMap(({ item }) => item ?? [])
  const items = linked.filter((item, at) => linked.findIndex((other) => same(other, item)) === at).slice(0, MOST)
  const unlinked = found.filter(({ item }) => item === null || !items.some((kept) => same(kept, item)))
  return { found, items, unlinked }
}

async function itemFor(
  actor: Person,
  { headline, url, source }: RelatedText,
): Promise<Pick<RelatedFound, "item" | "why">> {
  if (url) {
    const target = await targetAt(actor, { url, headline, source })
    if ("link" in target) return { item: { link: target.link.id }, why: "The wire gives its address: an outside link." }
    if ("story" in target) return { item: target, why: "The wire gives its address: a story of the paper." }
    return { item: null, why: `Not linked: ${target.refused}` }
  }
  const words = headline.length <= 300 ? await searchStories(headline) : []
  const story = words.find((line) => fold(line.headline) === fold(headline))
  if (story) return { item: { story: story.id }, why: "A story of the paper bears this headline." }
  return { item: null, why: "Not linked: find the story. Until then it stands in a list at the end of the text." }
}

const same = (one: RelatedItem, other: RelatedItem) => JSON.stringify(one) === JSON.stringify(other)
