import { stampOf } from "../dates"
import { escapeText as x } from "../html"
import { paper } from "../paper"

/** A live story, as a sitemap needs it; `address` is a path, `images` are paths of its pictures. */
export type Place = {
  address: string
  headline: string
  language: string
  publishedAt: Date
  updatedAt: Date | null
  images: string[]
}

/** The most addresses that one sitemap may hold (sitemaps.org). */
export const SITEMAP_LIMIT = 50_000

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Which sitemaps there are, and when each last changed. */
export const sitemapIndex = (origin: string, files: readonly { name: string; changed?: Date | null }[]) => `${HEAD}
<sitemapindex ${SITEMAPS}>
${files.map(({ name, changed }) => `<sitemap><loc>${x(`${origin}/${name}`)}</loc>${lastmod(changed)}</sitemap>\n`).join("")}</sitemapindex>
`

/**
 * The pages that are no stories: the front, sections, topics, people, corrections. Any story may change them or not, so they say
 * nothing of when they changed rather than something untrue.
 */
export const pagesSitemap = (origin: string, pages: readonly string[]) => `${HEAD}
<urlset ${SITEMAPS}>
${pages
  .slice(0, SITEMAP_LIMIT)
  .map((page) => `<url><loc>${x(origin + page)}</loc></url>\n`)
  .join("")}</urlset>
`

/** Stories with the time of their last change and their pictures (Google's image sitemap, 1.1). */
export const storiesSitemap = (origin: string, places: readonly Place[]) => `${HEAD}
<urlset ${SITEMAPS} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${places.map((place) => storyUrl(origin, place)).join("")}</urlset>
`

const storyUrl = (origin: string, { address, publishedAt, updatedAt, images }: Place) =>
  `<url><loc>${x(origin + address)}</loc>${lastmod(updatedAt ?? publishedAt)}${images
    .map((image) => `<image:image><image:loc>${x(origin + image)}</image:loc></image:image>`)
    .join("")}</url>\n`

const lastmod = (changed: Date | null | undefined) => (changed ? `<lastmod>${stampOf(changed)}</lastmod>` : "")

/** Google's news sitemap holds the stories of two days, at most 1,000. */
export const NEWS_LIMIT = 1_000
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000
export const newsSince = (now: Date) => new Date(now.getTime() - TWO_DAYS)

/** When a story that was published then is news no longer. */
export const newsUntil = (publishedAt: Date) => new Date(publishedAt.getTime() + TWO_DAYS)

export const newsSitemap = (origin: string, places: readonly Place[]) => `${HEAD}
<urlset ${SITEMAPS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
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
