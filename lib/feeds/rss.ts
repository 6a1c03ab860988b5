import { feedDateOf, stampOf } from "../dates"
import { escapeText as x } from "../html"
import { paper } from "../paper"
import type { Entry, Feed } from "./entry"

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(" ")

/** RSS 2.0 with the whole text of every story. */
export const rss = ({
  title,
  description,
  page,
  self,
  hub,
  changed,
  entries,
}: Feed) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${NAMESPACES}>
<channel>
<title>${x(title)}</title>
<link>${x(page)}</link>
<description>${x(description)}</description>
<language>${paper.language}</language>
${changed ? `<lastBuildDate>${feedDateOf(changed)}</lastBuildDate>\n` : ""}<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link href="${x(self)}" rel="self" type="application/rss+xml"/>
${hub ? `<atom:link href="${x(hub)}" rel="hub"/>\n` : ""}${entries.map(item).join("")}</channel>
</rss>
`

const item = (entry: Entry) => `<item>
<title>${x(entry.headline)}</title>
<link>${x(entry.address)}</link>
${entry.history ? `<atom:link rel="version-history" href="${x(entry.history)}"/>\n` : ""}${entry.related.map(related).join("")}<guid isPermaLink="false">${x(entry.id)}</guid>
<pubDate>${feedDateOf(entry.publishedAt)}</pubDate>
${entry.updatedAt ? `<atom:updated>${stampOf(entry.updatedAt)}</atom:updated>\n` : ""}${entry.authors
  .map(({ name }) => `<dc:creator>${x(name)}</dc:creator>\n`)
  .join("")}<dc:language>${x(entry.language)}</dc:language>
${[entry.section, ...entry.topics].map((name) => `<category>${x(name)}</category>\n`).join("")}<description>${x(entry.standfirst)}</description>
<content:encoded>${x(entry.html)}</content:encoded>
${media(entry.image)}</item>
`

const related = ({ address, title }: Entry["related"][number]) =>
  `<atom:link rel="related" href="${x(address)}" title="${x(title)}"/>\n`

const media = (image: Entry["image"]) =>
  image
    ? `<media:content url="${x(image.address)}" medium="image" type="image/jpeg" width="${image.width}" height="${image.height}">
${image.caption && `<media:description type="plain">${x(image.caption)}</media:description>\n`}${
  image.credit && `<media:credit>${x(image.credit)}</media:credit>\n`
}</media:content>
`
    : ""
