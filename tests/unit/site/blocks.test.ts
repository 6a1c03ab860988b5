import { expect, test } from "@playwright/test"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { Body } from "@/components/blocks/body"
import type { Block } from "@/lib/blocks/blocks"
import { PICTURE } from "./story"

const STORY = "01a20bc1-d049-75bb-95e5-86347f3d7093"
const card = {
  headline: "Another story",
  kicker: "Analysis",
  language: "en",
  address: "/world/another",
  section: { slug: "world", name: "World" },
  publishedAt: new Date("2026-11-01T10:00:00Z"),
}

const seen = (block: Block, cards = new Map([[STORY, card]])) =>
  renderToStaticMarkup(
    createElement(Body, {
      blocks: [block],
      pictures: new Map([
        [PICTURE, { id: PICTURE, width: 1600, height: 1067, widths: [480, 960, 1600], avif: false, crops: "" }],
      ]),
      cards,
      anchors: [],
    }),
  )

test("an embed is a link that says what it is and which site it opens, and loads nothing", () => {
  const html = seen({ kind: "embed", id: "a", provider: "youtube", item: "jNQXAC9IVRw", title: "At the zoo" })
  expect(html).toContain('href="https://www.youtube.com/watch?v=jNQXAC9IVRw"')
  expect(html).toContain("At the zoo")
  expect(html).toContain("Video on YouTube: opens youtube.com")
  expect(html).not.toMatch(/<(iframe|img|script|object|embed)/)
})

test("an embed's poster is a picture of ours, with its credit", () => {
  const html = seen({ kind: "embed", id: "76979871", provider: "vimeo", pictureId: PICTURE, credit: "Photo: Belga" })
  expect(html).toContain('href="https://vimeo.com/76979871"')
  expect(html).toContain(`src="/api/pictures/${PICTURE}-1600.jpg"`)
  expect(html).toContain('<span class="credit">Photo: Belga</span>')
})

test("a table names its columns and rows, and is reached by keys", () => {
  const html = seen({
    kind: "table",
    id: "t",
    caption: "Prices",
    head: ["", "2025", "Where"],
    rows: [
      ["Bread", "2.10", "Ghent"],
      ["Milk", "1.35", "Mons"],
    ],
  })
  expect(html).toContain('<section class="table" tabindex="0" aria-label="Prices">')
  expect(html).toContain("<caption>Prices</caption>")
  expect(html).toContain('<tr><td></td><th scope="col" class="number">2025</th><th scope="col">Where</th></tr>')
  expect(html).toContain('<th scope="row">Bread</th><td class="number">2.10</td><td>Ghent</td>')
})

test("a fact box is a part with a name of its own, and holds its blocks", () => {
  const html = seen({
    kind: "factBox",
    id: "f",
    heading: "In short",
    body: [{ kind: "list", id: "g", ordered: false, items: [[{ text: "One" }]] }],
  })
  expect(html).toBe(
    '<section class="fact-box" aria-labelledby="box-f"><h2 id="box-f">In short</h2><ul><li>One</li></ul></section>',
  )
})

test("a story card shows a story that is public, and nothing at all of one that is not", () => {
  const block: Block = { kind: "relatedStory", id: "r", storyId: STORY }
  expect(seen(block)).toContain('<a href="/world/another">Another story</a>')
  expect(seen(block, new Map())).toBe("")
})

test("words in a script that runs the other way set their own direction", () => {
  expect(seen({ kind: "quote", id: "q", text: [{ text: "العلم نور" }] })).toContain('<blockquote dir="auto">')
  expect(seen({ kind: "pullQuote", id: "p", quote: "שלום" })).toContain('<blockquote dir="auto">')
  expect(seen({ kind: "quote", id: "q", text: [{ text: "Ελλάδα" }] })).toContain("<blockquote>")
})
