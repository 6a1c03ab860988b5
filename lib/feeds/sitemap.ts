import { stampOf } from "../dates"
import { escapeText as x } from "../html"
import { paper } from "../paper"

/** A live story, as a sitemap needs it; `address` is a path. */
export type Place = {
  address: string
  headline: string
  language: string
  publishedAt: Date
  updatedAt: Date | null
}

/** The most addresses that one sitemap may hold (sitemaps.org). */
export const SITEMAP_LIMIT = 50_000

/** Every live story with the time of its last change, then the pages that list them. */
export function sitemap(origin: string, places: readonly Place[], pages: readonly string[]) {
  const stories = places.map((place) => url(origin + place.address, place.updatedAt ?? place.publishedAt))
  const lists = pages.map((page) => url(origin + page))
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...lists, ...stories].slice(0, SITEMAP_LIMIT).join("")}</urlset>
`
}

const url = (address: string, changed?: Date) =>
  `<url><loc>${x(address)}</loc>${changed ? `<lastmod>${stampOf(changed)}</lastmod>` : ""}</url>\n`

/** Google's news sitemap holds the stories of two days, at most 1,000. */
export const NEWS_LIMIT = 1_000
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000
export const newsSince = (now: Date) => new Date(now.getTime() - TWO_DAYS)

export const newsSitemap = (origin: string, places: readonly Place[]) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${places.map((place) => newsUrl(origin, place)).join("")}</urlset>
`

const newsUrl = (origin: string, { address, headline, language, publishedAt }: Place) => `<url>
<loc>${x(origin + address)}</loc>
<news:news>
<news:publication><news:name>${x(paper.name)}</news:name><news:language>${x(language)}</news:language></news:publication>
<news:publication_date>${stampOf(publishedAt)}</news:publication_date>
<news:title>${x(headline)}</news:title>
</news:news>
</url>
`
