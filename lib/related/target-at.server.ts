import "server-only"
import { pageOfOurs } from "../checks/own-pages"
import { db } from "../db.server"
import { env } from "../env.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { refuseFields } from "../story/bad-input"
import { addLink, type LinkInput, leadsToPaper, type OutsideLink } from "./links.server"
import { resolveRelated } from "./related.server"

export const NO_STORY_THERE =
  "This is a page of this paper and no story. Only stories of the paper, and pages elsewhere, can be related news."
export const ITSELF = "This is the address of the story itself, and no story leads to itself."

/** The stories of the paper that these addresses lead to, public or not; null for its other pages. What leads elsewhere is not in it. */
export async function storiesAt(urls: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const ours = urls.filter(leadsToPaper).map((url) => ({ url, page: pageOfOurs(url.trim(), env.publicOrigin) }))
  const pages = ours.flatMap(({ page }) => (page ? { section: page.section, slug: page.slug } : []))
  if (!pages.length) return new Map(ours.map(({ url }) => [url, null]))
  const [addresses, drafts] = await Promise.all([
    db.address.findMany({ where: { OR: pages } }),
    db.story.findMany({ where: { OR: pages }, select: { id: true, section: true, slug: true } }),
  ])
  const known = new Map(drafts.map(({ id, section, slug }) => [`${section}/${slug}`, id]))
  // What readers had an address for keeps it.
  for (const { storyId, section, slug } of addresses) known.set(`${section}/${slug}`, storyId)
  return new Map(ours.map(({ url, page }) => [url, (page && known.get(`${page.section}/${page.slug}`)) ?? null]))
}

/**
 * What an address that somebody gives for related news leads to: a story of the paper, or a page elsewhere, which becomes one of the
 * paper's links. `of`: the story whose related news it is for, where that is known.
 */
export async function targetAt(
  actor: Person,
  input: LinkInput,
  of?: string,
): Promise<{ story: string } | { link: OutsideLink } | Refusal> {
  const story = can(actor, "write") ? (await storiesAt([input.url])).get(input.url) : undefined
  if (story === undefined) return addLink(actor, input)
  if (story === null) return refuseFields({ url: NO_STORY_THERE })
  return story === of ? refuseFields({ url: ITSELF }) : { story }
}

/** The same for a screen, which shows what a story is called and whether it is public. */
export async function lineAt(actor: Person, input: LinkInput, of?: string) {
  const target = await targetAt(actor, input, of)
  if (!("story" in target)) return target
  const [line] = await resolveRelated([target])
  return line && "story" in line ? { story: line } : refuseFields({ url: NO_STORY_THERE })
}
