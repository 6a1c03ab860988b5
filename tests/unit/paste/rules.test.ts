import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { type Block, wordsOfBody } from "@/lib/blocks/blocks"
import { htmlOfBody } from "@/lib/blocks/stored"
import { refuseDocx } from "@/lib/paste/docx"
import { linesAlone } from "@/lib/paste/lines-alone"
import { leadsTo } from "@/lib/paste/links"
import { readPlain } from "@/lib/paste/plain"
import { type Read, readPasted } from "@/lib/paste/read"
import { plainSpaces } from "@/lib/paste/spaces"
import { saidOfPictures } from "@/lib/paste/wording"
import { docx, inWord, zip } from "../../docx"
import { treeOfHtml } from "../../html"
import { weighed } from "../../weighed"
import { ink, visibleIn } from "./visible"

const PAPER = "https://paper.test"

function read(html: string): Read {
  const answer = readPasted(treeOfHtml(html), PAPER)
  if ("refused" in answer) throw new Error(answer.refused)
  return answer
}

const WORDS = [
  "one",
  "two ",
  " three",
  "a b",
  "é",
  "«\u00a0x\u00a0»",
  "10\u00a0000",
  "\u00a0",
  "co\u00adop",
  "1.",
  "·",
  "👍",
  "\n",
  "&lt;b&gt;",
]
const html = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...WORDS, "<br>", "<hr>"),
    fc
      .tuple(
        fc.constantFrom(
          ...["p", "div", "b", "i", "span", "h2", "h5", "blockquote", "ul", "li", "pre", "q", "td", "tr", "table"],
          ...[
            "section",
            "a href='https://example.org/'",
            "span style='font-weight:700'",
            "p class=MsoQuote",
            "figure",
            "dd",
          ],
          ...["blockquote type=cite", "p class=MsoListParagraph", "div style='white-space:pre-wrap'", "caption"],
        ),
        fc.array(tie("node"), { maxLength: 5 }),
      )
      .map(([name, nodes]) => `<${name}>${nodes.join("")}</${name.split(" ")[0]}>`),
  ),
})).node

test("whatever is nested in whatever: no visible character is lost and none is added, and the blocks are ones that a story takes", () => {
  fc.assert(
    fc.property(html, (given) => {
      const letters = (words: string) => [...ink(words)].sort().join("")
      expect(letters(wordsOfBody(read(given).blocks))).toBe(letters(visibleIn(given)))
    }),
    { numRuns: 1_500 },
  )
})

test("what the paper itself says of a body, in a feed, comes back as the same blocks", () => {
  const text = [
    { text: "Some " },
    { text: "bold", bold: true },
    { text: " and " },
    { text: "linked", link: "/world/x" },
  ]
  const given: Block[] = [
    { kind: "crosshead", id: "a", text: "What then?" },
    { kind: "paragraph", id: "b", text: [{ text: "One line\nand another, " }, { text: "slanted", italic: true }] },
    { kind: "paragraph", id: "c", text },
    { kind: "quote", id: "d", text, speaker: "A witness" },
    { kind: "quote", id: "e", text: [{ text: "No speaker." }] },
    { kind: "list", id: "f", ordered: false, items: [[{ text: "one" }], text] },
    { kind: "list", id: "g", ordered: false, items: [[{ text: "another list" }]] },
    { kind: "list", id: "h", ordered: true, items: [[{ text: "first" }], [{ text: "second" }]] },
    { kind: "divider", id: "i" },
    {
      kind: "table",
      id: "j",
      caption: "Prices",
      head: ["", "Euro"],
      rows: [
        ["Bread", "2.10"],
        ["Milk", ""],
        ["Rye", "3"],
      ],
    },
  ]
  const once = read(htmlOfBody(given, { origin: PAPER, picture: () => undefined })).blocks
  expect(once.map(({ id: _, ...one }) => one)).toEqual(given.map(({ id: _, ...one }) => one))
})

test("spaces that word processors made hard become plain; those before French marks and within figures stay", () => {
  for (const [given, wanted] of [
    ["a\u00a0b", "a b"],
    ["quoi\u00a0?", "quoi\u00a0?"],
    ["«\u00a0oui\u00a0»", "«\u00a0oui\u00a0»"],
    ["10\u00a0000\u00a0€", "10\u00a0000\u00a0€"],
    ["5\u00a0km", "5\u00a0km"],
    ["en 2024\u00a0il", "en 2024 il"],
    ["5\u00a0kmart", "5 kmart"],
    ["mot\u202f;", "mot\u202f;"],
  ] as const)
    expect(plainSpaces(given)).toBe(wanted)
})

test("links lead where they say, without detours and tracking, and never to what may not be linked", () => {
  const cases: [string, string | undefined][] = [
    [
      "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26utm_source%3Dx&sa=D",
      "https://example.org/?a=1",
    ],
    ["https://www.google.be/url?sa=t&url=https%3A%2F%2Fexample.org%2F", "https://example.org/"],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=1",
      "https://example.org/a",
    ],
    ["https://urldefense.com/v3/__https://example.org/a?b=1__;!!abc", "https://example.org/a?b=1"],
    [
      "https://www.google.com/url?q=https%3A%2F%2Fslack-redir.net%2Flink%3Furl%3Dhttps%253A%252F%252Fexample.org%252F",
      "https://example.org/",
    ],
    [
      "https://www.google.com/search?q=https%3A%2F%2Fexample.org",
      "https://www.google.com/search?q=https%3A%2F%2Fexample.org",
    ],
    ["https://www.google.com/url?q=javascript:alert(1)", undefined],
    ["https://example.org/?fbclid=1&b=2&gclid=3#utm_x", "https://example.org/?b=2#utm_x"],
    ["https://example.org/?q=a%20b+c&utm_id=9", "https://example.org/?q=a%20b+c"],
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["https://paper.test/world/story?utm_source=rss#part", "/world/story#part"],
    ["https://paper.test", "/"],
    ["https://paper.test/newsroom/stories/1", undefined],
    ["https://paper.testing/world", "https://paper.testing/world"],
    ["mailto:ada@example.org", "mailto:ada@example.org"],
    ...[
      "javascript:alert(1)",
      "JaVaScRiPt:x",
      "java\tscript:x",
      "data:text/html,x",
      "file:///c:/x",
      "//evil.test/",
      "#top",
      "tel:+32",
      "vbscript:x",
      "",
    ].map((bad): [string, undefined] => [bad, undefined]),
  ]
  for (const [href, wanted] of cases) expect(leadsTo(href, PAPER), href).toBe(wanted)
})

/** What reading an ordinary long text takes, here and now: of a square of sixty thousand it is less than a thousandth. */
const plainCost = () => {
  const tree = treeOfHtml("<p>a <b>b</b></p>".repeat(4_999))
  return Math.max(...[1, 2, 3].map(() => weighed(() => readPasted(tree, PAPER)).cost))
}

test("megabytes of nested spans are read, and their word is there", { tag: "@sweep" }, () => {
  test.slow()
  const nested = (tag: string, times: number) => `${`<${tag}>`.repeat(times)}deep${`</${tag}>`.repeat(times)}`
  const tree = treeOfHtml(nested("span", 200_000))
  expect(weighed(() => readPasted(tree, PAPER)).cost).toBeLessThan(40 * plainCost())
  expect(wordsOfBody(read(nested("span", 200_000)).blocks)).toBe("deep")
  expect(wordsOfBody(read(`${nested("div", 20_000)}after`).blocks)).toBe("deep\nafter")
  expect(wordsOfBody(read("<p>a <b>b</b></p>".repeat(4_999)).blocks).length).toBeGreaterThan(10_000)
})

test("what is built to be deep or wide is read in bounded time, or refused in a sentence", { tag: "@sweep" }, () => {
  test.slow()
  const most = 40 * plainCost()
  const many = 60_000
  const long = `data:image/png;base64,${"A".repeat(5_000_000)}`
  const hostile: Record<string, string> = {
    "a quote of endless paragraphs": `<blockquote>${"<p>a</p>".repeat(many)}</blockquote>`,
    "quotes in quotes": `${"<blockquote>".repeat(400)}${"<p>a</p>".repeat(many)}`,
    "endless empty lines": "a<br><br>".repeat(many),
    "lists in an item": `<ol><li>a${"<ol><li>b</li></ol>".repeat(many)}</li></ol>`,
    "items within items of Word's": `${"<div style='mso-list:l0 level1 lfo1'>".repeat(380)}${"<i>a</i>".repeat(many)}`,
    "what goes on in an item": `<p style='mso-list:l0 level1 lfo1'>x</p>${"<p class=MsoListParagraph>a</p>".repeat(many)}`,
    "an item of many levels": `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>x</p>${"<p style='mso-list:l0 level2 lfo1'>a</p>".repeat(many)}`,
    "figures in figures": `${"<figure>".repeat(380)}${"<figcaption>a</figcaption>".repeat(many)}`,
    "tables in tables": `${"<table><tr><td>".repeat(20_000)}deep${"<b>a</b>".repeat(many)}`,
    "a wide table": `<table><tr>${"<td colspan=50 rowspan=50>a".repeat(many)}</table>`,
    "endless words of one look": "<b>a</b><i>b</i>".repeat(many),
    "a long style": `<p style="${"a:b;".repeat(1_000_000)}">a</p>`,
    "a picture's bytes": `<p>a<img src="${long}"></p>`,
    "pictures without end": `<p>a</p>${`<img src="${long.slice(0, 300)}">`.repeat(20_000)}`,
  }
  for (const [name, given] of Object.entries(hostile)) {
    const tree = treeOfHtml(given)
    const { made: answer, cost } = weighed(() => readPasted(tree, PAPER))
    expect(cost, name).toBeLessThan(most)
    if ("refused" in answer) expect(answer.refused, name).toMatch(/^This has more .*\.$/)
    else expect(wordsOfBody(answer.blocks), name).toContain("a")
  }
})

test("what is too much for a story is refused in a sentence, and what fits is taken", () => {
  const table = (rows: number) => `<table>${"<tr><td>a</td><td>b</td></tr>".repeat(rows)}</table>`
  expect(readPasted(treeOfHtml(table(10_000)), PAPER)).toEqual({
    refused:
      "The table has 10,000 rows, and a table in a story holds 500 at most. Nothing was pasted: choose the rows that readers need, and paste those.",
  })
  expect(read(table(501)).blocks).toHaveLength(1)
  expect(readPasted(treeOfHtml("<p>a</p>".repeat(5_001)), PAPER)).toMatchObject({
    refused: expect.stringContaining("5,000"),
  })
  const wide = `<table><tr>${"<td>cell</td>".repeat(21)}</tr></table>`
  expect(read(wide).blocks).toHaveLength(21)
  const long = read(`<p>${"x".repeat(250_000)}</p><h2>${"y".repeat(2_000)}</h2>`).blocks
  expect(long.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"])
  expect(read(`<ul>${"<li>a</li>".repeat(2_500)}</ul>`).blocks).toHaveLength(3)
})

test("plain text is a paragraph a line, and a page of nothing but lines is known as such", () => {
  expect(readPlain("One\r\n\r\n two  three\u2028four\u0000").map((block) => wordsOfBody([block]))).toEqual([
    "One",
    "two three",
    "four",
  ])
  expect(linesAlone(read("<div>One</div><div><br></div><div>Two</div>"))).toBe("One\n\nTwo")
  for (const rich of [
    "<p>a <b>b</b></p>",
    "<h2>a</h2>",
    "<p><a href='https://example.org'>a</a></p>",
    "<p>a</p><img src='https://example.org/1.jpg'>",
  ])
    expect(linesAlone(read(rich)), rich).toBeUndefined()
})

test("each picture that was not taken is told with its address and why", () => {
  const said = saidOfPictures(["https://example.org/1.jpg", "file:///C:/Temp/image001.png", "data:", "cid:1"])
  expect(said.map(({ addresses }) => addresses)).toEqual([
    ["https://example.org/1.jpg"],
    ["image001.png"],
    [],
    ["cid:1"],
  ])
  for (const { why } of said) expect(why).toMatch(/^[A-Z].*\.$/)
})

test("a file that cannot be read as a Word file is refused in a sentence that says what to do", () => {
  const good = docx(inWord("Words"))
  expect(refuseDocx("a.docx", good)).toBeNull()
  const refusals: [Uint8Array, RegExp][] = [
    [new Uint8Array(), /is empty/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /locked with a password, or is an old \.doc/],
    [Buffer.from("%PDF-1.7 and so on, for quite a while"), /is no Word file, or it is damaged/],
    [good.subarray(0, good.length - 40), /damaged/],
    [zip({ mimetype: "application/vnd.oasis.opendocument.text" }), /another kind/],
    [zip({ "word/document.xml": "<x/>" }, { "word/document.xml": 4_000_000_000 }), /more than a story can/],
    [new Uint8Array(50_000_001), /larger than 50 MB/],
  ]
  for (const [bytes, says] of refusals) expect(refuseDocx("a.docx", bytes)).toMatch(says)
})
