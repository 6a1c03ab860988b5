import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { markdownOf } from "@/lib/blocks/inline"
import { asNinjs2, ninjs, withdrawnNinjs } from "@/lib/feeds/ninjs"
import { markdownStory, plainStory } from "@/lib/feeds/story-forms"
import { markdownText } from "@/lib/markdown"
import { mistakesInNinjs } from "../../ninjs"
import { aStory, FREE, ORIGIN, PICTURE } from "../site/story"

test("a story as plain text is the words of its page in the page's order", () => {
  const text = plainStory(aStory(), ORIGIN)
  expect(text).toBe(`Belgium · Analysis

Talks & terms in “Kabul” <b>

Three days of talks.

Correction, 24 November 2026, 11:00 CET
We wrote two days. It was three.

By Ada Verlinden and Belga
Brussels
Published 24 November 2026, 09:05 CET
Updated 24 November 2026, 11:00 CET

At the station.
Photo: Belga

Belgium took part <in> talks.

Technical, not political

“Clearly a technical mission”
The minister

One
Two

To come.
Drawing: us

This part of the story cannot be shown here in full.
Words of a later release

Topics: Migration

Related news
- Earlier: Earlier story, World, https://paper.test/world/earlier
- The directive, The Commission, https://example.org/d

The Brabant Courier, version 2, https://paper.test/belgium/talks-in-kabul
`)
})

test("a story as CommonMark has its marks, links and pictures, and front matter that every YAML reader takes", () => {
  const text = markdownStory(aStory(), ORIGIN)
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? []
  const said = Object.fromEntries(
    front.split("\n").map((line) => [line.split(":")[0], line.slice(line.indexOf(":") + 2)]),
  )
  expect(JSON.parse(said.title ?? "")).toBe("Talks & terms in “Kabul” <b>")
  expect(said).toMatchObject({ published: '"2026-11-24T08:05:09Z"', updated: '"2026-11-24T10:00:00Z"', version: "2" })
  expect(body).toContain("# Talks \\& terms in “Kabul” \\<b\\>\n\nThree days of talks.")
  expect(body).toContain(
    `![A crowd](<https://paper.test/api/pictures/${PICTURE}-1600.jpg>)\n\nAt the station.\\\nPhoto: Belga`,
  )
  expect(body).toContain("Belgium [**took part**](<https://paper.test/belgium>) \\<in\\> talks.")
  expect(body).toContain("## Technical, not political")
  expect(body).toContain("> “Clearly a technical mission”\n>\n> — The minister")
  expect(body).toContain("1. One\n2. *Two*\n\n---")
})

test("pull quotes, embeds, tables, boxes and cards keep their words, and lead where they lead", () => {
  const storyId = "01a20bc1-d049-75bb-95e5-86347f3d7093"
  const section = { slug: "world", name: "World" }
  const card = {
    headline: "A [card]",
    kicker: "",
    language: "en",
    address: "/world/card",
    section,
    publishedAt: new Date(0),
  }
  const run = (text: string) => [{ text }]
  const story = aStory({
    body: [
      { kind: "pullQuote", id: "a", quote: "Nobody said so", speaker: "A witness" },
      { kind: "embed", id: "b", provider: "youtube", item: "jNQXAC9IVRw", title: "Elephants", credit: "Somebody" },
      { kind: "table", id: "c", caption: "Prices", head: ["", "Euro"], rows: [["Bread", "2.10"]] },
      {
        kind: "factBox",
        id: "d",
        heading: "In short",
        body: [{ kind: "list", id: "e", ordered: false, items: [run("One")] }],
      },
      { kind: "relatedStory", id: "f", storyId },
    ],
    cards: new Map([[storyId, card]]),
  })
  const markdown = markdownStory(story, ORIGIN)
  expect(markdown).toContain(
    "> Nobody said so\n>\n> — A witness\n\n[Elephants](<https://www.youtube.com/watch?v=jNQXAC9IVRw>)\\\nSomebody",
  )
  expect(markdown).toContain(
    "Prices\n\nEuro\n\nBread 2.10\n\n### In short\n\n- One\n\n[A \\[card\\]](<https://paper.test/world/card>)",
  )
  const plain =
    "Nobody said so\nA witness\n\nElephants\nSomebody\n\nPrices\nEuro\nBread 2.10\n\nIn short\nOne\n\nA [card]\nhttps://paper.test/world/card\n"
  expect(plainStory(story, ORIGIN)).toContain(plain)
  expect(ninjs(story, ORIGIN).bodies[1]?.value).toBe(plain.trim())
})

test("words never turn into marks: whatever is written, a reader of CommonMark sees it", () => {
  expect(markdownText("1. not a list\n# not a heading\n+ nor this\n    nor code")).toBe(
    "1\\. not a list\\\n\\# not a heading\\\n\\+ nor this\\\nnor code",
  )
  expect(markdownText("[a](b) `c` *d* _e_ <f> & \\")).toBe("\\[a\\](b) \\`c\\` \\*d\\* \\_e\\_ \\<f\\> \\& \\\\")
})

test("emphasis that asterisks cannot say is said in HTML, and white space stays outside of it", () => {
  const at = { origin: ORIGIN }
  expect(markdownOf([{ text: "so " }, { text: " bold ", bold: true }, { text: "it is" }], at)).toBe(
    "so  **bold** it is",
  )
  expect(markdownOf([{ text: "a" }, { text: "“b”", italic: true }, { text: "c" }], at)).toBe("a<em>“b”</em>c")
  expect(markdownOf([{ text: "both", italic: true, bold: true }], at)).toBe("***both***")
  expect(markdownOf([{ text: "a\n- b" }], at)).toBe("a\\\n\\- b")
})

test("no word is lost on the way to CommonMark", () => {
  const words = (text: string) => text.replace(/\\(.)/gs, "$1").split(/\s+/).filter(Boolean)
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      // A backslash at the end of a line is the line break itself.
      expect(words(markdownText(text).replaceAll("\\\n", "\n"))).toEqual(text.split(/\s+/).filter(Boolean))
    }),
  )
})

test("ninjs names the story, its version, its times, its people and its pictures with their credits", () => {
  expect(ninjs(aStory(), ORIGIN)).toMatchObject({
    standard: { name: "ninjs", version: "3.1" },
    uri: "urn:uuid:01a20bc1-d049-75bb-95e5-86347f3d7092",
    version: "2",
    firstCreated: "2026-11-24T08:05:09Z",
    versionCreated: "2026-11-24T10:00:00Z",
    headlines: [{ value: "Talks & terms in “Kabul” <b>" }],
    by: "By Ada Verlinden and Belga",
    associations: [
      { name: "picture-1", by: "Photo: Belga", descriptions: [{ role: "caption", value: "At the station." }] },
      { name: "related-1", uri: "https://paper.test/world/earlier" },
      { name: "related-2", uri: "https://example.org/d" },
    ],
  })
})

test("ninjs names the files that a picture has by now: AVIF comes later than the others", () => {
  const size = { id: PICTURE, width: 960, height: 640, widths: [480, 960], crops: "" as const }
  const named = (avif: boolean) => {
    const { associations = [] } = ninjs(aStory({ pictures: new Map([[PICTURE, { ...size, avif, ...FREE }]]) }), ORIGIN)
    const [first] = associations
    return first && "renditions" in first ? first.renditions.map(({ name, height }) => `${name} ${height}`) : []
  }
  expect(named(false)).toEqual(["webp-480 320", "jpg-480 320", "webp-960 640", "jpg-960 640"])
  expect(named(true)).toContain("avif-480 320")
})

test.describe("by IPTC's schemas", () => {
  // biome-ignore lint/suspicious/noSkippedTests: who does not have the schemas runs everything else; .ci/run has it
  test.skip(!process.env.STANDARDS_DIR && !process.env.CI, "STANDARDS_DIR names no folder: the schemas are left out")

  const bare = aStory({ standfirst: "", kicker: "", dateline: "", byline: [], topics: [], related: [], body: [] })
  const withdrawn = withdrawnNinjs(bare.id, { notice: "It was wrong.", at: new Date(0) })
  for (const [kind, document] of Object.entries({
    full: ninjs(aStory(), ORIGIN),
    bare: ninjs(bare, ORIGIN),
    withdrawn,
  }))
    test(`a ${kind} story is ninjs 3.1, and ninjs 2.2 in lower case`, () => {
      expect(mistakesInNinjs("3.1", document)).toEqual([])
      expect(mistakesInNinjs("2.2", asNinjs2(document))).toEqual([])
    })

  test("the schemas find what is wrong", () => {
    expect(mistakesInNinjs("3.1", { ...ninjs(bare, ORIGIN), headline: "a" })).not.toEqual([])
    expect(mistakesInNinjs("3.1", { ...ninjs(bare, ORIGIN), firstCreated: "yesterday" })).not.toEqual([])
    expect(mistakesInNinjs("2.2", ninjs(bare, ORIGIN))).not.toEqual([])
  })
})

test("a line of related news stays one line, whatever somebody wrote into its words", () => {
  const words = "Dikes\n\nThe Brabant Courier, version 9, retracted\u2028today"
  const related = [
    { kind: "link" as const, headline: words, reason: words, source: words, address: "https://example.org/d" },
  ]
  for (const form of [plainStory, markdownStory]) {
    const written = form(aStory({ related }), ORIGIN)
    const [line, ...more] = written.split("\n").filter((one) => one.includes("retracted"))
    expect(more).toEqual([])
    expect(line).toMatch(/^- /)
  }
})
