import { stampOf } from "../dates"
import { paper } from "../paper"
import type { Entry, Feed } from "./entry"

/** JSON Feed 1.1 (jsonfeed.org) with the whole text of every story. */
export const jsonFeed = ({ title, description, origin, page, self, hub, entries }: Feed) => ({
  version: "https://jsonfeed.org/version/1.1",
  title,
  description,
  home_page_url: page,
  feed_url: self,
  language: paper.language,
  authors: [{ name: paper.name, url: origin }],
  ...(hub && { hubs: [{ type: "WebSub", url: hub }] }),
  items: entries.map(item),
})

const item = (entry: Entry) => ({
  id: entry.id,
  url: entry.address,
  title: entry.headline,
  ...(entry.standfirst && { summary: entry.standfirst }),
  content_html: entry.html,
  date_published: stampOf(entry.publishedAt),
  ...(entry.updatedAt && { date_modified: stampOf(entry.updatedAt) }),
  ...(entry.authors.length > 0 && {
    authors: entry.authors.map(({ name, page }) => ({ name, ...(page && { url: page }) })),
  }),
  tags: [entry.section, ...entry.topics],
  language: entry.language,
  ...((entry.history || entry.related.length > 0) && { _standfirst: ours(entry) }),
  ...(entry.image && { image: entry.image.address }),
})

/** What JSON Feed has no words for, under the name of the one who says it. */
const ours = ({ history, related }: Entry) => ({
  ...(history && { history }),
  ...(related.length > 0 && { related: related.map(({ address, ...said }) => ({ url: address, ...said })) }),
})
