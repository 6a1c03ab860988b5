import { isReservedSlug } from "../story/reserved"

/** The story's page of this paper that a link leads to, if it is one: /section/slug. */
export function pageOfOurs(link: string, origin: string): { section: string; slug: string } | null {
  const path = link.startsWith(`${origin}/`) ? link.slice(origin.length) : link
  const [, section, slug] = /^\/([a-z0-9-]+)\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(path) ?? []
  return section && slug && !isReservedSlug(section) ? { section, slug } : null
}
