import { isReservedSlug } from "../story/reserved"

/** The story of this paper that a link leads to, if it is one: /section/slug, its history, one of its versions, or one of its other forms. */
export function pageOfOurs(link: string, origin: string): { section: string; slug: string; rest: string } | null {
  const [, section, slug, rest = ""] = STORY.exec(pathOf(link, origin)) ?? []
  return section && slug && !isReservedSlug(section) ? { section, slug, rest } : null
}

/** Does it lead to what readers never see: the newsroom, or where programs work? */
export const isInner = (link: string, origin: string) => /^\/(?:newsroom|api)(?:[/?#]|$)/.test(pathOf(link, origin))

const STORY = /^\/([a-z0-9-]+)\/([a-z0-9-]+)((?:\/history|\/v\/\d+|\.(?:json|ninjs2\.json|md|txt))?\/?(?:[?#].*)?)$/

const pathOf = (link: string, origin: string) => (link.startsWith(`${origin}/`) ? link.slice(origin.length) : link)
