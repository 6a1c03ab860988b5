import { expect, test } from "@playwright/test"
import { answer } from "@/lib/feeds/answer.server"
import { atom } from "@/lib/feeds/atom"
import { entryOf, type Feed } from "@/lib/feeds/entry"
import { jsonFeed } from "@/lib/feeds/json-feed"
import { keptFor } from "@/lib/feeds/kept-for"
import { robots } from "@/lib/feeds/robots"
import { rss } from "@/lib/feeds/rss"
import { newsSitemap, pagesSitemap, sitemapIndex, storiesSitemap } from "@/lib/feeds/sitemap"
import { aStory, ORIGIN, PICTURE } from "../site/story"

const feed: Feed = {
  title: "The <Paper>",
  description: "News & more",
  origin: ORIGIN,
  page: `${ORIGIN}/`,
  self: `${ORIGIN}/feed.xml`,
  entries: [entryOf(aStory(), ORIGIN)],
  hub: "https://hub.test/",
  changed: new Date("2026-11-24T11:00:00.900Z"),
  tags: ["paper"],
  until: null,
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

test("every story in a feed leads to the related news of its page, with their words", () => {
  expect(rss(feed)).toContain(
    `<atom:link rel="related" href="https://paper.test/world/earlier" title="Earlier story"/>
<atom:link rel="related" href="https://example.org/d" title="The directive"/>`,
  )
  expect(atom(feed)).toContain(
    `<link rel="related" href="https://paper.test/world/earlier" title="Earlier story"/>
<link rel="related" href="https://example.org/d" title="The directive"/>`,
  )
  const related = [
    { url: "https://paper.test/world/earlier", title: "Earlier story", reason: "Earlier" },
    { url: "https://example.org/d", title: "The directive" },
  ]
  expect(jsonFeed(feed).items[0]).toMatchObject({ _standfirst: { related } })
  const alone = { ...feed, entries: [entryOf(aStory({ related: [] }), ORIGIN)] }
  expect(rss(alone) + atom(alone)).not.toContain('rel="related"')
  expect(jsonFeed(alone).items[0]?._standfirst).not.toHaveProperty("related")
})

test("an address that readers' pages would not lead to is in no feed", () => {
  const bad = { kind: "link" as const, headline: "Bad", address: "javascript:alert(1)", source: "" }
  expect(entryOf(aStory({ related: [bad] }), ORIGIN).related).toEqual([])
})

test("a feed that depends on more than a header can say is kept for a minute", () => {
  const now = new Date("2026-11-24T10:00:00Z")
  const [first, soon] = [new Date("2026-11-24T10:00:30Z"), new Date("2026-11-24T12:00:00Z")]
  const one = aStory({ relatedTags: ["story:a", "link:b"], relatedMoments: [first, soon] })
  expect(keptFor("section:x", [one, aStory({ relatedTags: ["story:a"] })], now)).toEqual({
    tags: ["section:x", "story:a", "link:b"],
    until: first,
  })
  const many = aStory({ relatedTags: Array.from({ length: 300 }, (_, index) => `story:${index}`) })
  expect(keptFor("section:x", [many], now)).toEqual({
    tags: ["section:x", "paper"],
    until: new Date("2026-11-24T10:01:00Z"),
  })
  expect(keptFor("paper", [one], now).tags).toEqual(["paper", "link:b"])
})

test("a feed knows its hub, when it last changed, and its stories by a name that outlives their addresses", () => {
  const name = "urn:uuid:01a20bc1-d049-75bb-95e5-86347f3d7092"
  expect(rss(feed)).toContain('<atom:link href="https://hub.test/" rel="hub"/>')
  expect(rss(feed)).toContain("<lastBuildDate>Tue, 24 Nov 2026 11:00:00 GMT</lastBuildDate>")
  expect(rss(feed)).toContain(`<guid isPermaLink="false">${name}</guid>`)
  expect(atom(feed)).toContain('<link rel="hub" href="https://hub.test/"/>\n<updated>2026-11-24T11:00:00Z</updated>')
  expect(atom(feed)).toContain(`<id>${name}</id>`)
  expect(atom(feed)).toContain("<author><name>Ada Verlinden</name><uri>https://paper.test/by/ada</uri></author>")
  expect(jsonFeed(feed)).toMatchObject({ hubs: [{ type: "WebSub", url: "https://hub.test/" }], items: [{ id: name }] })
})

const place = { ...aStory(), headline: "A & B", images: ["/api/pictures/a-1600.jpg"] }

test("sitemaps tell the time of the last change and every picture, news sitemaps the time of publication", () => {
  expect(storiesSitemap(ORIGIN, [place])).toContain(
    "<loc>https://paper.test/belgium/talks-in-kabul</loc><lastmod>2026-11-24T10:00:00Z</lastmod><image:image><image:loc>https://paper.test/api/pictures/a-1600.jpg</image:loc></image:image></url>",
  )
  const news = newsSitemap(ORIGIN, [place])
  expect(news).toContain("<news:publication_date>2026-11-24T08:05:09Z</news:publication_date>")
  expect(news).toContain("<news:title>A &amp; B</news:title>")
})

test("what is not known to have changed at a time has no lastmod", () => {
  const changed = new Date("2026-11-24T10:00:00Z")
  const index = sitemapIndex(ORIGIN, [{ name: "sitemap-pages.xml" }, { name: "sitemap-2026-11.xml", changed }])
  expect(index).toContain("<sitemap><loc>https://paper.test/sitemap-pages.xml</loc></sitemap>")
  expect(index).toContain("<loc>https://paper.test/sitemap-2026-11.xml</loc><lastmod>2026-11-24T10:00:00Z</lastmod>")
  expect(pagesSitemap(ORIGIN, ["/", "/belgium"])).toContain("<url><loc>https://paper.test/belgium</loc></url>")
})

test("robots stay out of the newsroom", () => {
  expect(robots(ORIGIN)).toContain("Disallow: /newsroom\n")
  expect(robots(ORIGIN)).toContain("Sitemap: https://paper.test/sitemap.xml")
})

test("a date counts where no tag was sent, to the second, and only where it is known when the answer changed", () => {
  const changed = new Date("2026-11-24T10:00:00.700Z")
  const asking = (headers: Record<string, string>, kept: { changed?: Date } = { changed }) =>
    answer(new Request(ORIGIN, { headers }), "words", "text/plain", { tags: [], ...kept })
  const same = { "if-modified-since": "Tue, 24 Nov 2026 10:00:00 GMT" }
  expect(asking({}).headers.get("last-modified")).toBe("Tue, 24 Nov 2026 10:00:00 GMT")
  expect(asking(same).status).toBe(304)
  expect(asking({ "if-modified-since": "Tue, 24 Nov 2026 09:59:59 GMT" }).status).toBe(200)
  expect(asking({ "if-modified-since": "yesterday" }).status).toBe(200)
  expect(asking({ ...same, "if-none-match": '"another"' }).status).toBe(200)
  expect(asking(same, {}).status).toBe(200)
})

test("an answer that changes by itself says when, neither too early nor a second late", () => {
  const until = new Date("2026-11-24T10:00:00.001Z")
  const said = answer(new Request(ORIGIN), "words", "text/plain", { tags: ["paper"], until }).headers
  expect(said.get("x-standfirst-until")).toBe("2026-11-24T10:00:00.002Z")
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
