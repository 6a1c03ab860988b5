import { expect, test } from "@playwright/test"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { StoryHead } from "@/components/site/story-head"
import { StoryPage } from "@/components/site/story-page"
import { CONTENTS_FROM } from "@/lib/blocks/anchors"
import type { LiveStory } from "@/lib/story/live"
import { aStory, ORIGIN } from "./story"

const NOW = new Date("2026-11-24T12:00:00Z")

const page = (other: Partial<LiveStory> = {}, now = NOW) =>
  renderToStaticMarkup(createElement(StoryPage, { story: aStory(other), origin: ORIGIN, now }))

test("a story page has one h1, its standfirst, and crossheads with anchors", () => {
  const html = page()
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).toContain("<h1>Talks &amp; terms in “Kabul” &lt;b&gt;</h1>")
  expect(html).toContain('<p class="standfirst">Three days of talks.</p>')
  expect(html).toContain('<h2 id="technical-not-political">Technical, not political</h2>')
})

test("names of the paper's own people lead to their pages, others stand as they are", () => {
  const html = page()
  expect(html).toContain('<a href="/by/ada" rel="author">Ada Verlinden</a>')
  expect(html).toContain("<span>Belga</span>")
})

test("updated is said only of a story that has a later version", () => {
  expect(page()).toContain('Updated</span> <time dateTime="2026-11-24T10:00:00Z">24 November 2026, 11:00 CET</time>')
  const first = page({ updatedAt: null, version: 1 })
  expect(first).toContain('Published</span> <time dateTime="2026-11-24T08:05:09Z">24 November 2026, 09:05 CET</time>')
  expect(first).not.toContain("Updated")
})

test("a correction stands between the standfirst and the text, with its name and its time", () => {
  const html = page()
  const places = ["Three days of talks.", ">Correction<", "We wrote two days. It was three.", "took part"]
  const found = places.map((words) => html.indexOf(words))
  expect(found).toEqual([...found].sort((a, b) => a - b))
  expect(found[0]).toBeGreaterThan(0)
  expect(page({ corrections: [] })).not.toContain("Correction")
})

test("caption and credit are elements of their own, also where the picture is still to come", () => {
  const html = page()
  expect(html).toContain('<span class="caption">At the station.</span> <span class="credit">Photo: Belga</span>')
  expect(html).toContain('<span class="caption">To come.</span> <span class="credit">Drawing: us</span>')
  expect(html.match(/<img/g)).toHaveLength(1)
})

test("only the picture at the top of a page is fetched first", () => {
  const [lead, paragraph] = aStory().body
  if (!lead || !paragraph) throw new Error("no blocks")
  expect(page()).toMatch(/<img[^>]*loading="eager"[^>]*fetchPriority="high"/)
  expect(page({ body: [paragraph, lead] })).toMatch(/<img[^>]*loading="lazy"[^>]*fetchPriority="auto"/)
})

test("a quote keeps its marks and its speaker", () => {
  expect(page()).toContain("<blockquote><p>“Clearly a technical mission”</p></blockquote>")
  expect(page()).toContain('<figcaption class="speaker">The minister</figcaption>')
})

test("a block that this release does not know is shown with its words, never dropped", () => {
  expect(page()).toContain("Words of a later release")
  expect(page()).toContain("cannot be shown here in full")
})

test("related news is an aside of its own, with where each comes from; absent when empty", () => {
  const html = page()
  expect(html).toContain(
    '<aside class="related" aria-labelledby="related-news"><h2 id="related-news">Related news</h2>',
  )
  expect(html).toContain('<a href="/world/earlier">Earlier story</a>')
  expect(html).toContain("The Commission")
  expect(page({ related: [] })).not.toContain("<aside")
})

test("a related link that a browser could run is not printed", () => {
  const related: LiveStory["related"] = [{ kind: "link", headline: "X", address: "javascript:alert(1)", source: "" }]
  expect(page({ related })).not.toContain("javascript:")
})

test("the kicker says what kind of work it is, and news where it names none", () => {
  const kinds = (kicker: string) =>
    [...page({ kicker }).matchAll(/<span class="kicker-kind">(.*?)<\/span>/g)].map(([, words]) => words)
  for (const kicker of ["News", "Analysis", "Opinion", "Explainer", "Live", "Opinie"])
    expect(kinds(kicker)).toEqual([kicker])
  expect(kinds("")).toEqual(["News"])
  expect(kinds("Asylum")).toEqual(["News", "Asylum"])
})

test("a story that names nobody, or only the staff, leads to the policy on bylines", () => {
  const policy = '<a href="/about/bylines">Staff</a>'
  expect(page({ byline: [] })).toContain(`By ${policy}`)
  expect(page({ byline: [{ name: "Staff", slug: null }] })).toContain(`By ${policy}`)
  expect(page()).not.toContain("/about/bylines")
})

test("four crossheads make a list of contents, three do not", () => {
  const heads = (count: number): LiveStory["body"] =>
    Array.from({ length: count }, (_, at) => ({ kind: "crosshead", id: `h${at}`, text: `Part ${at}` }))
  expect(page({ body: heads(3) })).not.toContain("In this story")
  expect(page({ body: heads(4) })).toContain('<li><a href="#part-3">Part 3</a></li>')
})

test("a story over a year old says so, from the very moment on", () => {
  const publishedAt = new Date("2025-11-24T12:00:00Z")
  expect(page({ publishedAt }, NOW)).toContain("This story is over a year old.")
  expect(page({ publishedAt }, new Date(NOW.getTime() - 1))).not.toContain("over a year old")
})

test("related news gives its reason, and its age when it is older than thirty days", () => {
  expect(page()).toContain('<p class="kicker">Earlier</p><a href="/world/earlier">Earlier story</a>')
  expect(page()).not.toContain("ago)")
  const later = page({}, new Date("2027-03-02T12:00:00Z"))
  expect(later).toContain('<time dateTime="2026-11-01T10:00:00Z">1 November 2026</time> (4 months ago)')
})

test("below a long story what is of one of its packages stands together; a kicker is told", () => {
  const card = { kind: "story" as const, kicker: "", language: "en", section: { slug: "world", name: "World" } }
  const of = (headline: string, given: object = {}) => ({
    ...{ ...card, headline, address: `/world/${headline}`, publishedAt: new Date("2026-11-01T10:00:00Z") },
    ...given,
  })
  const inPackage = { package: { slug: "kabul", name: "Kabul" }, kicker: "Analysis" }
  const related: LiveStory["related"] = [of("one"), of("two", inPackage), of("three"), of("four", inPackage)]
  const crossheads = Array.from({ length: CONTENTS_FROM }, (_, n) => ({
    ...{ kind: "crosshead" as const, id: `c${n}`, text: `Part ${n}` },
  }))
  const order = (html: string) => [...html.matchAll(/href="\/world\/(\w+)"|<h3>(.*?)<\/h3>/g)].map(([, a, b]) => a ?? b)
  expect(order(page({ related, body: crossheads }))).toEqual([
    ...['<a href="/packages/kabul">Kabul</a>', "two", "four", "More", "one", "three"],
  ])
  expect(order(page({ related }))).toEqual(["one", "two", "three", "four"])
  expect(page({ related })).toContain("<span>Analysis</span>, World, ")
  expect(order(page({ related: [of("one")], body: crossheads })), "where there is no group there is no head").toEqual([
    "one",
  ])
})

test("the page's own words are in the paper's language within a story in another", () => {
  const html = page({ language: "nl" })
  expect(html).toContain('<article lang="nl">')
  expect(html).toContain('<div class="story-meta" lang="en">')
  expect(page()).not.toContain('class="story-meta" lang')
})

test("a printed page numbers the links of the text as the style sheet counts them", () => {
  const body: LiveStory["body"] = [
    { kind: "paragraph", id: "a", text: [{ text: "One", link: "https://one.test/" }] },
    { kind: "embed", id: "b", provider: "youtube", item: "jNQXAC9IVRw" },
    { kind: "list", id: "c", ordered: false, items: [[{ text: "Two", link: "/two" }]] },
    {
      kind: "factBox",
      id: "d",
      heading: "H",
      body: [{ kind: "quote", id: "e", text: [{ text: "Three", link: "mailto:three@paper.test" }] }],
    },
  ]
  const html = page({ body })
  const foot = /<footer class="print-foot">.*?<\/footer>/.exec(html)?.[0] ?? ""
  expect([...foot.matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) => words)).toEqual([
    ...["https://one.test/", "https://paper.test/two", "mailto:three@paper.test"],
  ])
  expect(foot).toContain("Version 2, 24 November 2026, 11:00 CET. https://paper.test/belgium/talks-in-kabul")
})

test("nothing on a story page asks for a script or an inline style", () => {
  expect(page()).not.toMatch(/<script|style=|onclick/)
})

test("the head says canonical, times and picture as whole addresses, and the data block cannot be closed from within", () => {
  const story = aStory({ headline: "</script><script>alert(1)</script>" })
  const html = renderToStaticMarkup(createElement(StoryHead, { story, origin: ORIGIN }))
  expect(html).toContain('<link rel="canonical" href="https://paper.test/belgium/talks-in-kabul"/>')
  expect(html).toContain('property="article:published_time" content="2026-11-24T08:05:09Z"')
  expect(html).toContain('property="article:modified_time" content="2026-11-24T10:00:00Z"')
  expect(html.match(/<script/g)).toHaveLength(1)
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ""
  expect(JSON.parse(data).headline).toBe("</script><script>alert(1)</script>")
})
