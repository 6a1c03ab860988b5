import { type Element, within } from "./xml"

// What the feeds' own specifications ask for, as far as it can be told from a feed alone: which elements there may be and how
// often, what addresses, times and names look like, that no name stands twice. They do not fetch what a feed points to.

type Rule = { [name: string]: "one" | "maybe" | "any" }

const CHANNEL: Rule = {
  ...{ title: "one", link: "one", description: "one", language: "maybe", lastBuildDate: "maybe", docs: "maybe" },
  ...{ "atom:link": "any", item: "any" },
}
const ITEM: Rule = {
  ...{ title: "one", link: "one", guid: "one", pubDate: "one", description: "one", category: "any" },
  ...{
    "dc:creator": "any",
    "dc:language": "maybe",
    "content:encoded": "one",
    "media:content": "any",
    "atom:updated": "maybe",
    "atom:link": "any",
  },
}
const FEED: Rule = {
  ...{ "atom:title": "one", "atom:subtitle": "maybe", "atom:id": "one", "atom:updated": "one", "atom:author": "any" },
  ...{ "atom:link": "any", "atom:entry": "any" },
}
const ENTRY: Rule = {
  ...{ "atom:title": "one", "atom:id": "one", "atom:updated": "one", "atom:published": "maybe", "atom:link": "any" },
  ...{ "atom:author": "any", "atom:category": "any", "atom:summary": "maybe", "atom:content": "maybe" },
}

/** RFC 822 as RSS has it, with the year in four digits and a zone. */
const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const isWeb = (address: string | undefined) => /^https?:\/\//.test(address ?? "") && URL.canParse(address ?? "")

/** What is wrong with an RSS 2.0 feed (rssboard.org), with dc, content, media and atom:link in it. */
export function mistakesInRss(rss: Element, self: string): string[] {
  const [channel, ...more] = within(rss, "channel")
  if (rss.name !== "rss" || rss.attributes.version !== "2.0" || !channel || more.length) return ["this is not RSS 2.0"]
  const items = within(channel, "item")
  const selves = within(channel, "atom:link").filter(({ attributes }) => attributes.rel === "self")
  return [
    ...counts(channel, CHANNEL),
    ...(selves.length === 1 && selves[0]?.attributes.href === self ? [] : [`no link to itself, ${self}`]),
    ...dates(channel, "lastBuildDate", RFC822),
    ...twice(items.flatMap((item) => within(item, "guid")).map(({ text }) => text)),
    ...items.flatMap((item, index) => rssItem(item).map((why) => `item ${index}: ${why}`)),
  ]
}

function rssItem(item: Element): string[] {
  const addresses = [
    ...within(item, "link").map(({ text }) => text),
    ...within(item, "media:content").map(({ attributes }) => attributes.url),
  ]
  const pictures = within(item, "media:content")
  return [
    ...counts(item, ITEM),
    ...within(item, "atom:link").flatMap(({ attributes: { rel, href } }) =>
      ["version-history", "related"].includes(rel ?? "") && isWeb(href) ? [] : [`atom:link leads ${rel} to ${href}`],
    ),
    ...dates(item, "pubDate", RFC822),
    ...dates(item, "atom:updated", RFC3339),
    ...addresses.filter((address) => !isWeb(address)).map((address) => `${address} is no whole address`),
    ...within(item, "guid").flatMap(({ attributes, text }) =>
      attributes.isPermaLink === "false" || isWeb(text) ? [] : [`${text} is called a permanent link`],
    ),
    ...pictures.flatMap(({ attributes }) =>
      /^image\//.test(attributes.type ?? "") ? [] : ["a picture without its type"],
    ),
    ...within(item, "content:encoded").flatMap(({ text }) => foreign(text)),
  ]
}

/** What is wrong with an Atom feed (RFC 4287). */
export function mistakesInAtom(feed: Element, self: string): string[] {
  if (feed.name !== "atom:feed") return ["this is not Atom"]
  const entries = within(feed, "atom:entry")
  const selves = within(feed, "atom:link").filter(({ attributes }) => attributes.rel === "self")
  const signed = within(feed, "atom:author").length > 0
  return [
    ...counts(feed, FEED),
    ...dates(feed, "atom:updated", RFC3339),
    ...(selves.length === 1 && selves[0]?.attributes.href === self ? [] : [`no link to itself, ${self}`]),
    ...twice(entries.flatMap((entry) => within(entry, "atom:id")).map(({ text }) => text)),
    ...entries.flatMap((entry, index) => atomEntry(entry, signed).map((why) => `entry ${index}: ${why}`)),
  ]
}

function atomEntry(entry: Element, signed: boolean): string[] {
  const authors = within(entry, "atom:author")
  const links = within(entry, "atom:link").filter(({ attributes }) => !attributes.rel || attributes.rel === "alternate")
  return [
    ...counts(entry, ENTRY),
    ...dates(entry, "atom:updated", RFC3339),
    ...dates(entry, "atom:published", RFC3339),
    ...(signed || authors.length ? [] : ["nobody wrote it"]),
    ...authors.flatMap((author) => (within(author, "atom:name").length === 1 ? [] : ["an author without a name"])),
    ...(links.length === 1 && isWeb(links[0]?.attributes.href) ? [] : ["no one page of its own"]),
    ...within(entry, "atom:id").flatMap(({ text }) => (/^[a-z]+:\S+$/.test(text) ? [] : [`${text} is no IRI`])),
    ...within(entry, "atom:category").flatMap(({ attributes }) =>
      attributes.term ? [] : ["a category without a term"],
    ),
    ...within(entry, "atom:content").flatMap(({ attributes, text }) =>
      attributes.type === "html" ? foreign(text) : ["content that is not said to be HTML"],
    ),
  ]
}

type JsonFeed = Record<string, unknown> & {
  items?: (Record<string, unknown> & { id?: string; authors?: { name?: string }[] })[]
}

/** What is wrong with a JSON Feed 1.1 (jsonfeed.org). */
export function mistakesInJsonFeed(feed: JsonFeed, self: string): string[] {
  const items = feed.items ?? []
  return [
    ...(feed.version === "https://jsonfeed.org/version/1.1" ? [] : ["this is not JSON Feed 1.1"]),
    ...(typeof feed.title === "string" && feed.title ? [] : ["no title"]),
    ...(feed.feed_url === self && isWeb(String(feed.home_page_url)) ? [] : [`no feed_url, ${self}, or home page`]),
    ...twice(items.map(({ id }) => String(id))),
    ...items.flatMap((item, index) => {
      const {
        id,
        url,
        content_html,
        date_published,
        date_modified = date_published,
        authors = [{ name: "-" }],
        tags,
      } = item
      const right = {
        id: typeof id === "string" && id !== "",
        url: isWeb(String(url)),
        content_html: typeof content_html === "string" && foreign(content_html).length === 0,
        dates: [date_published, date_modified].every((date) => RFC3339.test(String(date))),
        authors: authors.length > 0 && authors.every(({ name }) => name),
        tags: Array.isArray(tags) && tags.every((tag) => typeof tag === "string"),
      }
      return Object.entries(right).flatMap(([name, holds]) => (holds ? [] : [`item ${index}: ${name}`]))
    }),
  ]
}

function counts(element: Element, rule: Rule): string[] {
  const unknown = element.children.filter(({ name }) => !(name in rule)).map(({ name }) => `${name} has no place here`)
  const wrong = Object.entries(rule).flatMap(([name, often]) => {
    const count = within(element, name).length
    return (often === "one" && count !== 1) || (often === "maybe" && count > 1) ? [`${count} of ${name}`] : []
  })
  return [...unknown, ...wrong]
}

const dates = (element: Element, name: string, shape: RegExp) =>
  within(element, name).flatMap(({ text }) =>
    shape.test(text) && !Number.isNaN(Date.parse(text)) ? [] : [`${name} is ${text}`],
  )

const twice = (names: string[]) =>
  names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands twice`)

/** Scripts, styles and frames have no business in a feed, nor have addresses that only the paper's own pages can follow. */
const foreign = (html: string) =>
  /<(script|style|iframe|object|form)\b|\son\w+=|javascript:/i.test(html) ||
  /(?:href|src)="(?!https?:|mailto:)/.test(html)
    ? [`not fit for a feed: ${html.slice(0, 200)}`]
    : []
