import { isLoopback } from "../own-host"
import { isReservedSlug, isReservedStorySlug } from "../story/reserved"

/**
 * The story of this paper that a link leads to, if it is one: /section/slug, its history, one of its versions, or one of its other forms.
 * However it is written, it is what a browser would open; `rest` is what follows, with query and fragment as they were.
 */
export function pageOfOurs(link: string, origin: string): { section: string; slug: string; rest: string } | null {
  const own = ownPath(link, origin)
  const [, section, slug, rest = ""] = (own && STORY.exec(own.path)) ?? []
  if (!own || !section || !slug || isReservedSlug(section) || isReservedStorySlug(slug)) return null
  return { section, slug, rest: rest + own.further }
}

/** Does it lead to any page of this paper? */
export const isOurs = (link: string, origin: string) => ownPath(link, origin) !== null

/** Does it lead to what readers never see: the newsroom, or where programs work? */
export function isInner(link: string, origin: string): boolean {
  return /^\/(?:newsroom|api)(?:\/|$)/.test(ownPath(link, origin)?.path ?? "")
}

const STORY = /^\/([a-z0-9-]+)\/([a-z0-9-]+)((?:\/history|\/v\/\d+|\.(?:json|ninjs2\.json|md|txt))?\/?)$/

/** The path of a link of this paper in one spelling, and its query and fragment; null: it leads elsewhere. */
function ownPath(link: string, origin: string): { path: string; further: string } | null {
  if (!/^(?:https?:|[/\\])/i.test(link) || !URL.canParse(link, origin)) return null
  const [asked, own] = [new URL(link, origin), new URL(origin)]
  if (!["http:", "https:"].includes(asked.protocol) || hostOf(asked) !== hostOf(own)) return null
  return { path: plainPath(asked.pathname), further: asked.search + asked.hash }
}

/** Host and port, where neither the scheme nor its usual port makes another one; this machine has several names. */
function hostOf({ hostname, port }: URL): string {
  const host = hostname.replace(/\.$/, "")
  return `${isLoopback(host) ? "localhost" : host}:${["80", "443"].includes(port) ? "" : port}`
}

/** Without escapes, capitals, doubled slashes and dot segments, which a server may read over. */
function plainPath(pathname: string): string {
  const kept: string[] = []
  for (const part of decoded(pathname).toLowerCase().split(/[/\\]/)) {
    if (part === "..") kept.pop()
    else if (part && part !== ".") kept.push(part)
  }
  const path = `/${kept.join("/")}`
  return path !== "/" && pathname.endsWith("/") ? `${path}/` : path
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
