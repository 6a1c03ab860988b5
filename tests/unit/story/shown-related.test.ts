import { expect, test } from "@playwright/test"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { RelatedNews } from "@/components/site/related-news"
import type { Block } from "@/lib/blocks/blocks"
import { changesBy } from "@/lib/story/age"
import { asRead } from "@/lib/story/live"
import type { RelatedItem } from "@/lib/story/story"
import type { Surroundings, WordsRow } from "@/lib/story/surroundings"
import { wordsOfField } from "@/lib/versions/words"

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`
const OWN = id(0)
const NOW = new Date("2026-12-03T08:00:00Z")
const BEFORE = "2026-12-03T07:00:00Z"
const AFTER = "2026-12-03T09:00:00Z"

const AROUND: Surroundings = {
  ...{
    sections: [{ slug: "world", name: "World" }],
    topics: [],
    ownLinks: [],
    together: [],
    packages: [],
    people: [],
    pictures: [],
    corrections: [],
  },
  stories: [1, 2, 3, 4, 5, 6, 7].map((n) => ({
    ...{ id: id(n), headline: `Story ${n}`, kicker: "", language: "nl", section: "world", slug: `story-${n}` },
    publishedAt: new Date("2026-12-01T08:00:00Z"),
  })),
  links: [{ id: id(20), headline: "A page", url: "https://example.org/", source: "Elsewhere" }],
  filledUp: [{ story: OWN, most: 5 }],
  suggestions: [6, 7].map((n) => ({
    story: OWN,
    target: id(n),
    reasons: [{ part: "links" }],
    picked: false,
    stale: null,
  })),
}

const row = (related: RelatedItem[]): WordsRow => ({
  ...{ id: OWN, version: 1, versions: 1, headline: "H", standfirst: "", kicker: "", dateline: "", language: "en" },
  ...{ section: "world", slug: "own", byline: [], topics: [], body: [], related, sharePicture: "" },
  ...{ publishedAt: new Date("2026-12-01T08:00:00Z"), madeAt: NOW, updatedAt: null },
})
const read = (related: RelatedItem[], now = NOW, around = AROUND) => asRead(row(related), around, now)
const headlines = (related: RelatedItem[], now = NOW) => read(related, now).related.map(({ headline }) => headline)
const story = (n: number, manner: Partial<RelatedItem> = {}) => ({ story: id(n), ...manner }) as RelatedItem

test("pinned items stand first in their order, then the rest, then what the paper suggests; five at most", () => {
  expect(headlines([story(1), story(2, { pinned: true }), story(3), story(4, { pinned: true })])).toEqual([
    ...["Story 2", "Story 4", "Story 1", "Story 3", "Story 6"],
  ])
  expect(headlines([1, 2, 3, 4, 5].map((n) => story(n)).concat(story(6, { pinned: true })))).toEqual([
    ...["Story 6", "Story 1", "Story 2", "Story 3", "Story 4"],
  ])
})

test("what is hidden, not yet or no more shown is named nowhere, nor suggested, nor among the page's tags; others take its place", () => {
  const out: Partial<RelatedItem>[] = [
    { hidden: true },
    { from: AFTER },
    { until: BEFORE },
    { until: NOW.toISOString() },
  ]
  for (const manner of out) {
    const page = read([story(6, manner), story(1)])
    expect(page.related.map(({ headline }) => headline)).toEqual(["Story 1", "Story 7"])
    expect(JSON.stringify(page)).not.toContain(id(6))
  }
  expect(headlines([story(6, { from: BEFORE, until: AFTER, pinned: true }), story(1)])).toEqual([
    ...["Story 6", "Story 1", "Story 7"],
  ])
})

test("another headline takes the place of a story's or a page's own, and the story's language stays", () => {
  const said = { headlineForReaders: "In other words", reason: "Earlier" }
  const [one, other] = read([story(1, said), { link: id(20), ...said }]).related
  expect(one).toMatchObject({
    headline: "In other words",
    reason: "Earlier",
    language: "nl",
    address: "/world/story-1",
  })
  expect(other).toMatchObject({ headline: "In other words", address: "https://example.org/", source: "Elsewhere" })
})

test("the page changes at the next moment at which any item of the list comes or goes", () => {
  const items = [story(1, { from: BEFORE, until: "2026-12-03T12:00:00Z" }), story(2, { from: AFTER })]
  expect(changesBy(read(items), NOW)).toEqual(new Date(AFTER))
  const then = new Date(AFTER)
  expect(headlines(items)).toEqual(["Story 1", "Story 6", "Story 7"])
  expect(headlines(items, then)).toEqual(["Story 1", "Story 2", "Story 6", "Story 7"])
  expect(changesBy(read(items, then), then)).toEqual(new Date("2026-12-03T12:00:00Z"))
  expect(headlines(items, new Date("2026-12-03T12:00:00Z"))).toEqual(["Story 2", "Story 6", "Story 7"])
})

test("readers of two versions hear of what they see; the desk hears all that is said of each item", () => {
  const items = [
    story(1, { reason: "Earlier" }),
    story(2, { hidden: true }),
    story(3, { from: AFTER, headlineForReaders: "Soon" }),
    story(4, { pinned: true, headlineForReaders: "In short" }),
    story(9, { headlineForReaders: "Of a story that is not public", reason: "Exclusive: a minister goes" }),
  ]
  expect(wordsOfField("related", items, AROUND, { to: "readers", now: NOW })).toBe(
    "In short\nEarlier: Story 1\nA story that is not public",
  )
  const desk = wordsOfField("related", items, AROUND, { to: "desk", now: NOW })
  expect(desk).toContain("Story 4 (Pinned; Headline for readers: In short)")
  expect(desk).toContain("Story 2 (Hidden from readers)")
  expect(desk).toContain("Story 3 (From 3 December 2026, 10:00 CET; Headline for readers: Soon)")
})

const NAMES = [{ part: "names", names: [{ here: "An Maes", there: "Maes" }] }]
const withSuggestion = (given: Partial<Surroundings["suggestions"][number]>): Surroundings => ({
  ...AROUND,
  suggestions: [{ story: OWN, target: id(6), reasons: NAMES, picked: false, stale: null, ...given }],
})
const said = (text: string): Block[] => [{ id: "b", kind: "paragraph", text: [{ text }] }]
const reasonsOn = (around: Surroundings, related: RelatedItem[] = [], body: Block[] = []) =>
  asRead({ ...row(related), body }, around, NOW).related.map(({ headline, reason }) => [headline, reason])

test("an editor's pick without a reason says what both have in common, and what it says by itself is true of both as they are", () => {
  const picked = { picked: true }
  expect(reasonsOn(withSuggestion(picked), [story(6)])).toEqual([["Story 6", "In both: An Maes"]])
  expect(reasonsOn(withSuggestion(picked), [story(6, { reason: "Earlier" })])).toEqual([["Story 6", "Earlier"]])
  const linked = [{ part: "links" }]
  expect(
    reasonsOn(withSuggestion({ ...picked, reasons: linked }), [story(6)]),
    "that it leads there is no reason",
  ).toEqual([["Story 6", undefined]])
  const stale = { words: "Maes went.", topics: [] }
  expect(reasonsOn(withSuggestion({ stale }), [], said("Yesterday An Maes came."))).toEqual([
    ["Story 6", "In both: An Maes"],
  ])
  expect(reasonsOn(withSuggestion({ stale }), [], said("Cats sleep.")), "no more in this one").toEqual([])
  const other = { words: "Bakers count loaves.", topics: [] }
  expect(reasonsOn(withSuggestion({ stale: other }), [], said("Yesterday An Maes came.")), "nor in the other").toEqual(
    [],
  )
  expect(reasonsOn(withSuggestion({ ...picked, stale: other }), [story(6)], said("An Maes came."))).toEqual([
    ["Story 6", undefined],
  ])
  for (const part of ["links", "package", "words"])
    expect(reasonsOn(withSuggestion({ stale, reasons: [{ part, words: ["dike"] }] })), part).toEqual([])
})

test("what stands as a card in the text stands nowhere below it", () => {
  const card: Block[] = [{ id: "c", kind: "relatedStory", storyId: id(6) }]
  expect(reasonsOn(AROUND, [story(6, { pinned: true }), story(1)], card).map(([headline]) => headline)).toEqual([
    ...["Story 1", "Story 7"],
  ])
})

test("beside a long story the pinned ones come first, and then the rest by package", () => {
  const slug = "floods"
  const around = {
    ...AROUND,
    filledUp: [],
    packages: [{ story: OWN, slug, name: "Floods" }],
    together: [{ story: id(2), slug }],
  }
  const written = (list: RelatedItem[]) =>
    renderToStaticMarkup(
      createElement(RelatedNews, { items: read(list, NOW, around).related, now: NOW, grouped: true }),
    )
  const order = (html: string) => [...html.matchAll(/Story \d|Floods<|>More</g)].map(([words]) => words)
  const pinned = written([story(3), story(2), story(1, { pinned: true })])
  expect(order(pinned)).toEqual(["Story 1", "Floods<", "Story 2", ">More<", "Story 3"])
  expect(order(written([story(3), story(2)]))).toEqual(["Floods<", "Story 2", ">More<", "Story 3"])
  expect(order(written([story(3), story(1, { pinned: true })]))).toEqual(["Story 1", "Story 3"])
  expect(order(written([story(3), story(2, { pinned: true })])), "what is pinned stands alone").toEqual([
    ...["Story 2", "Story 3"],
  ])
})

test("readers never get a link without words to see", () => {
  expect(headlines([story(1, { headlineForReaders: "\u200b" })])[0]).toBe("Story 1")
})
