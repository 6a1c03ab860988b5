import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { type Block, htmlOfBlock } from "@/lib/blocks/blocks"
import { htmlOfBody, readBody } from "@/lib/blocks/stored"
import { escapeText } from "@/lib/html"

const around = { origin: "https://paper.test", picture: () => undefined }

test("a block's HTML stands by itself: escaped, with whole addresses", () => {
  const paragraph: Block = {
    kind: "paragraph",
    id: "p",
    text: [{ text: "1 < 2 & " }, { text: "more", bold: true, italic: true, link: "/world?a=1&b=2" }, { text: "a\nb" }],
  }
  expect(htmlOfBlock(paragraph, around)).toBe(
    '<p>1 &lt; 2 &amp; <a href="https://paper.test/world?a=1&amp;b=2"><strong><em>more</em></strong></a>a<br>b</p>',
  )
})

test("a picture's HTML carries its caption and credit, with or without its file", () => {
  const block: Block = { kind: "picture", id: "p", pictureId: null, caption: "C", credit: "Photo: D", alt: "" }
  expect(htmlOfBlock(block, around)).toBe("<figure><figcaption>C · Photo: D</figcaption></figure>")
})

test("no words of a writer become markup", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const html = htmlOfBlock({ kind: "crosshead", id: "c", text }, around)
      expect(html.slice(4, -5)).not.toMatch(/[<>"']/)
    }),
  )
})

test("characters that XML cannot hold are left out", () => {
  expect(escapeText("a\u0000b\u0008c\td\uffff")).toBe("abc\td")
})

test("a stored block that is not understood keeps its words, and takes no other with it", () => {
  const stored = [
    { kind: "paragraph", id: "a", text: [{ text: "Known" }] },
    { kind: "table", id: "b", caption: "Prices", rows: [["1", { text: "two" }]] },
    "not a block",
  ]
  const body = readBody(stored)
  expect(body.map((block) => block.kind)).toEqual(["paragraph", "unknown", "unknown"])
  expect(htmlOfBody(body, around)).toContain("<p>Prices</p><p>1</p><p>two</p>")
  expect(readBody({ not: "a list" })).toEqual([])
})
