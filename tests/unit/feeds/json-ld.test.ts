import { expect, test } from "@playwright/test"
import { jsonForScript, newsArticle } from "@/lib/feeds/json-ld"
import { collectionPage, correctionsPage, indexPage, profilePage, webSite } from "@/lib/feeds/json-ld-lists"
import { mistakesIn } from "../../schema-org"
import { aStory, ORIGIN, PICTURE } from "../site/story"

const ADDRESS = "https://paper.test/belgium/talks-in-kabul"

test("JSON-LD says what the page says: names, times, correction, credit", () => {
  expect(newsArticle(aStory(), ORIGIN)).toMatchObject({
    "@type": ["NewsArticle", "AnalysisNewsArticle"],
    mainEntityOfPage: {
      ...{ "@type": "WebPage", "@id": ADDRESS },
      relatedLink: ["https://paper.test/world/earlier", "https://example.org/d"],
    },
    mentions: [{ "@type": "NewsArticle", name: "Earlier story", url: "https://paper.test/world/earlier" }],
    citation: [{ "@type": "WebPage", name: "The directive", url: "https://example.org/d" }],
    headline: "Talks & terms in “Kabul” <b>",
    description: "Three days of talks.",
    datePublished: "2026-11-24T08:05:09Z",
    dateModified: "2026-11-24T10:00:00Z",
    author: [{ "@type": "Person", name: "Ada Verlinden", url: "https://paper.test/by/ada" }, { name: "Belga" }],
    publisher: { "@type": "NewsMediaOrganization", url: ORIGIN },
    inLanguage: "en",
    articleSection: "Belgium",
    keywords: ["Migration"],
    about: [{ "@type": "Thing", name: "Migration", url: "https://paper.test/topics/migration" }],
    isPartOf: [{ "@type": "CollectionPage", name: "Talks & terms", url: "https://paper.test/packages/kabul" }],
    dateline: "Brussels",
    isAccessibleForFree: true,
    version: "2",
    image: [
      {
        url: `https://paper.test/api/pictures/${PICTURE}-1600.jpg`,
        creditText: "Photo: Belga",
        caption: "At the station.",
      },
    ],
    correction: [{ "@type": "CorrectionComment", text: "We wrote two days. It was three." }],
  })
})

const KICKERS = {
  "": "NewsArticle",
  News: "NewsArticle",
  Live: "NewsArticle",
  Opinion: "OpinionNewsArticle",
  " analysis ": "AnalysisNewsArticle",
  Explainer: "BackgroundNewsArticle",
  Reportage: "ReportageNewsArticle",
  constructor: "NewsArticle",
}
for (const [kicker, type] of Object.entries(KICKERS))
  test(`a story under the kicker “${kicker}” is a ${type}`, () => {
    expect([newsArticle(aStory({ kicker }), ORIGIN)["@type"]].flat().at(-1)).toBe(type)
  })

test("the way to a story goes from the front through its section", () => {
  const { breadcrumb } = newsArticle(aStory(), ORIGIN).mainEntityOfPage
  expect(breadcrumb.itemListElement).toMatchObject([
    { position: 1, item: "https://paper.test/" },
    { position: 2, name: "Belgium", item: "https://paper.test/belgium" },
  ])
})

test("nothing in JSON-LD can end its element", () => {
  const text = jsonForScript(newsArticle(aStory({ headline: "</script><!--" }), ORIGIN))
  expect(text).not.toContain("<")
  expect(JSON.parse(text).headline).toBe("</script><!--")
})

const listed = { ...aStory(), picture: null }
const page = { name: "World", address: "/world?page=2", crumbs: [{ name: "World", address: "/world" }] }
const corrected = {
  ...{ id: "1", headline: "A headline", address: "/world/a", language: "en", section: "World" },
  ...{ note: "It was three.", at: new Date("2026-11-24T10:00:00Z"), clarifies: false },
}
const PAGES = {
  story: newsArticle(aStory(), ORIGIN),
  "bare story": newsArticle(aStory({ standfirst: "", kicker: "", byline: [], topics: [], corrections: [] }), ORIGIN),
  front: webSite(ORIGIN),
  list: collectionPage(page, [listed], ORIGIN),
  "empty list": collectionPage(page, [], ORIGIN),
  index: indexPage(page, [{ name: "2026", address: "/archive/2026" }], ORIGIN),
  person: profilePage({ name: "Ada", address: "/by/ada", crumbs: [] }, [listed], ORIGIN),
  corrections: correctionsPage(page, [corrected], ORIGIN),
}

test.describe("by schema.org's vocabulary", () => {
  // biome-ignore lint/suspicious/noSkippedTests: who does not have the vocabulary runs everything else; .ci/run has it
  test.skip(!process.env.STANDARDS_DIR && !process.env.CI, "STANDARDS_DIR names no folder: the vocabulary is left out")

  for (const [kind, data] of Object.entries(PAGES))
    test(`every type, property and value of a ${kind} is one that there is`, () => {
      expect(mistakesIn(data)).toEqual([])
    })

  test("the check finds a type, a property, a place and a value that are none", () => {
    expect(mistakesIn({ "@type": "NewsPiece" })).toEqual(["$: there is no type NewsPiece"])
    expect(mistakesIn({ "@type": "NewsArticle", subtitle: "a" })).toEqual(["$.subtitle: there is no property subtitle"])
    expect(mistakesIn({ "@type": "NewsArticle", breadcrumb: "a" })).toEqual([
      "$.breadcrumb: NewsArticle has no breadcrumb",
    ])
    expect(mistakesIn({ "@type": "NewsArticle", datePublished: "yesterday" })).toHaveLength(1)
    expect(mistakesIn({ "@type": "NewsArticle", author: { "@type": "Thing", name: "a" } })).toHaveLength(1)
    expect(mistakesIn({ "@type": "NewsArticle", wordCount: 1.5 })).toHaveLength(1)
    expect(mistakesIn({ "@type": "NewsArticle", image: { url: "https://a.test/" } })).not.toEqual([])
  })
})
