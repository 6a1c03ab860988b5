import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { answer } from "@/lib/feeds/answer.server"
import { atom } from "@/lib/feeds/atom"
import { entryOf, type Feed } from "@/lib/feeds/entry"
import { jsonFeed } from "@/lib/feeds/json-feed"
import { newsArticle } from "@/lib/feeds/json-ld"
import { robots } from "@/lib/feeds/robots"
import { rss } from "@/lib/feeds/rss"
import { newsSitemap, sitemap } from "@/lib/feeds/sitemap"
import { aStory, ORIGIN, PICTURE } from "../site/story"

const feed: Feed = {
  title: "The <Paper>",
  description: "News & more",
  origin: ORIGIN,
  page: `${ORIGIN}/`,
  self: `${ORIGIN}/feed.xml`,
  entries: [entryOf(aStory(), ORIGIN)],
  tag: "paper",
}

test("RSS carries whole text, every name, the picture with its credit, and its own address", () => {
  const xml = rss(feed)
  expect(xml).toContain("<title>The &lt;Paper&gt;</title>")
  expect(xml).toContain('<atom:link href="https://paper.test/feed.xml" rel="self" type="application/rss+xml"/>')
  expect(xml).toContain("<title>Talks &amp; terms in “Kabul” &lt;b&gt;</title>")
  expect(xml).toContain("<dc:creator>Ada Verlinden</dc:creator>\n<dc:creator>Belga</dc:creator>")
  expect(xml).toContain("<pubDate>Tue, 24 Nov 2026 08:05:09 GMT</pubDate>")
  expect(xml).toContain("&lt;h2&gt;Technical, not political&lt;/h2&gt;")
  expect(xml).toContain("&lt;strong&gt;Correction:&lt;/strong&gt; We wrote two days.")
  expect(xml).toContain(`<media:content url="https://paper.test/api/pictures/${PICTURE}-1600.jpg"`)
  expect(xml).toContain("<media:credit>Photo: Belga</media:credit>")
})

test("Atom and JSON Feed say the same words and times as RSS", () => {
  expect(atom(feed)).toContain("<published>2026-11-24T08:05:09Z</published>\n<updated>2026-11-24T10:00:00Z</updated>")
  const [item] = jsonFeed(feed).items
  expect(item).toMatchObject({ date_published: "2026-11-24T08:05:09Z", date_modified: "2026-11-24T10:00:00Z" })
  expect(item?.content_html).toBe(feed.entries[0]?.html)
})

test("sitemaps tell the time of the last change, news sitemaps the time of publication", () => {
  const place = { ...aStory(), headline: "A & B" }
  expect(sitemap(ORIGIN, [place], ["/"])).toContain(
    "<loc>https://paper.test/belgium/talks-in-kabul</loc><lastmod>2026-11-24T10:00:00Z</lastmod>",
  )
  const news = newsSitemap(ORIGIN, [place])
  expect(news).toContain("<news:publication_date>2026-11-24T08:05:09Z</news:publication_date>")
  expect(news).toContain("<news:title>A &amp; B</news:title>")
})

test("robots stay out of the newsroom", () => {
  expect(robots(ORIGIN)).toContain("Disallow: /newsroom\n")
  expect(robots(ORIGIN)).toContain("Sitemap: https://paper.test/sitemap.xml")
})

test("who holds a feed already is told so without its bytes", async () => {
  const asking = (words: string, held = "") =>
    answer(new Request(ORIGIN, { headers: { "if-none-match": held } }), words, "text/plain", { tags: ["paper"] })
  const first = asking("words")
  expect(first.headers.get("x-standfirst-tags")).toBe("paper")
  const etag = first.headers.get("etag") ?? ""
  expect(etag).toMatch(/^"[\w-]+"$/)
  const again = asking("words", `"other", W/${etag}`)
  expect(again.status).toBe(304)
  expect(await again.text()).toBe("")
  expect(asking("other words", etag).status).toBe(200)
})

test("JSON-LD says what the page says: names, times, correction, credit", () => {
  expect(newsArticle(aStory(), ORIGIN)).toMatchObject({
    "@type": "NewsArticle",
    mainEntityOfPage: "https://paper.test/belgium/talks-in-kabul",
    datePublished: "2026-11-24T08:05:09Z",
    dateModified: "2026-11-24T10:00:00Z",
    author: [{ "@type": "Person", name: "Ada Verlinden", url: "https://paper.test/by/ada" }, { name: "Belga" }],
    image: [{ creditText: "Photo: Belga", caption: "At the station." }],
    correction: [{ "@type": "CorrectionComment", text: "We wrote two days. It was three." }],
  })
})

test("JSON-LD uses nothing that schema.org lacks", () => {
  const folder = process.env.STANDARDS_DIR
  const names = new Set(folder ? termsOf(join(folder, "schemaorg-current-https.jsonld")) : TERMS)
  const used = [...JSON.stringify(newsArticle(aStory(), ORIGIN)).matchAll(/"(?:@type":")?(\w+)":|"@type":"(\w+)"/g)]
  for (const [, property, type] of used) expect(names).toContain(property ?? type)
})

function termsOf(file: string): string[] {
  const graph: { "@id": string }[] = JSON.parse(readFileSync(file, "utf8"))["@graph"]
  return graph.map((term) => term["@id"].replace("schema:", ""))
}

/** The terms in use, looked up in schema.org 30.0; with STANDARDS_DIR set they are looked up anew. */
const TERMS =
  "NewsArticle url mainEntityOfPage headline description image ImageObject width height caption creditText datePublished dateModified author Person name publisher NewsMediaOrganization inLanguage articleSection keywords dateline wordCount isAccessibleForFree version correction CorrectionComment text Organization".split(
    " ",
  )
