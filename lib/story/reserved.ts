/** First words of addresses that belong to the paper itself: no section may take them. */
const RESERVED = new Set([
  "about",
  "api",
  "archive",
  "atom",
  "by",
  "corrections",
  "feed",
  "front",
  "machine",
  "newsroom",
  "next",
  "packages",
  "pictures",
  "record",
  "robots",
  "search",
  "sign-in",
  "sitemap",
  "static",
  "topics",
])

/** May no section have this slug? (Words with a dot or an underscore, such as feed.xml, are no slugs to begin with.) */
export const isReservedSlug = (slug: string) => RESERVED.has(slug)

/** Second words that would hide a story behind a page of its section. */
const RESERVED_IN_SECTION = new Set(["feed", "atom", "history"])

export const isReservedStorySlug = (slug: string) => RESERVED_IN_SECTION.has(slug)
