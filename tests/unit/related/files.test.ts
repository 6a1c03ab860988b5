import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { csvHead, csvOf, type ItemOut, jsonOf, type Page, readFile } from "@/lib/related/files"
import { takeIn } from "@/lib/related/take-in"
import type { RelatedItem } from "@/lib/story/story"

const own = "00000000-0000-4000-8000-000000000000"
const story = { id: own, address: "/news/own", headline: '=Own; a "story"' }
const pageOf = (link: string): Page => ({
  url: `https://elsewhere.example/${link.slice(0, 2)}`,
  headline: `-Page ${link}`,
  source: "",
})

const words = (longest: number) =>
  fc
    .string({
      unit: fc.constantFrom("=", "+", "'", '"', ",", ";", "\n", "\r\n", "\t", "é", "a", "b", " "),
      maxLength: longest,
    })
    .map((value) => value.trim())
    .filter((value) => value !== "")
const moment = fc.integer({ min: 1_000, max: 9_000 }).map((day) => new Date(day * 86_400_000).toISOString())
const manner = fc
  .record(
    {
      ...{
        reason: words(30),
        headlineForReaders: words(60),
        pinned: fc.constant(true as const),
        hidden: fc.constant(true as const),
      },
      from: moment,
    },
    { requiredKeys: [] },
  )
  .chain((said) => fc.boolean().map((ends) => (ends ? { ...said, until: "2099-01-01T00:00:00.5Z" } : said)))
const list = fc
  .uniqueArray(fc.tuple(fc.boolean(), fc.uuid({ version: 4 }), manner), {
    selector: ([, id]) => id.slice(0, 2),
    maxLength: 30,
  })
  .map((all) =>
    all.map(([isStory, id, said]): RelatedItem => ({ ...(isStory ? { story: id } : { link: id }), ...said })),
  )

const outOf = (items: readonly RelatedItem[]): ItemOut[] =>
  items.map((item, index) => ({
    ...{ story, place: index + 1, item },
    target: "link" in item ? pageOf(item.link) : { headline: "@Theirs" },
  }))
const around = { storyId: own, pageOf, linkOf: () => undefined }

test("what a file says of a list makes the same list of it, as a table and as JSON, all of it or a part", () => {
  fc.assert(
    fc.property(list, fc.boolean(), fc.func(fc.boolean()), (items, whole, chosen) => {
      const out = outOf(items)
      const texts = [
        csvHead() + csvOf(out),
        csvHead() + csvOf(out).replaceAll("\r\n", "\r\n"),
        `[${out.map(jsonOf).join(",\n")}]`,
      ]
      for (const text of texts) {
        const { lines, bad } = readFile(text)
        expect(bad).toEqual([])
        const given = whole ? lines : lines.filter(({ place }) => chosen(place))
        const taken = takeIn({ ...around, list: items, whole }, given)
        expect(taken).toEqual({ after: items, bad: new Map() })
      }
    }),
    { numRuns: 60 },
  )
})

const id = (letter: string) => `0000000${letter}-0000-4000-8000-000000000000`
const [a, b, c] = [id("a"), id("b"), id("c")]
const head = "story,place,kind,target,target headline,reason,pinned\n"
const after = (items: RelatedItem[], text: string, whole = false) =>
  takeIn({ ...around, list: items, whole }, readFile(text).lines)

test("a line puts in at its place, changes what is there, moves it, and leaves alone what it does not speak of", () => {
  const items: RelatedItem[] = [{ story: a, headlineForReaders: "Other words" }, { story: b }]
  expect(after(items, `${head}${own},1,story,${c},,Earlier,`).after).toEqual([
    { story: c, reason: "Earlier" },
    ...items,
  ])
  expect(after(items, `${head}${own},2,story,${a},,Earlier,yes`).after).toEqual([
    { story: b },
    { story: a, headlineForReaders: "Other words", reason: "Earlier", pinned: true },
  ])
  expect(after(items, `story;kind;target;headline for readers\n${own};story;${a};`).after).toEqual([
    { story: a },
    { story: b },
  ])
  expect(after(items, `${head}${own},,story,${c},,,`).after).toEqual([...items, { story: c }])
})

test("lines that are to be the whole list take out what they do not name", () => {
  const items: RelatedItem[] = [{ story: a }, { link: b }]
  expect(after(items, `${head}${own},1,story,${c},,,`, true).after).toEqual([{ story: c }])
  const page = pageOf(b)
  expect(after(items, `${head}${own},,link,${page.url},Otherwise,,`, true).after).toEqual([
    { page: { url: page.url, headline: "Otherwise", source: "" } },
  ])
})

test("each line that cannot be taken is named with its number and a sentence, and the others are taken", () => {
  const { lines, bad } = readFile(
    [
      "Story,Place,Kind,Target,Target headline,From,Until,Pinned",
      `nobody,1,story,${a},,,,`,
      `${own},1,page,${a},,,,`,
      `${own},1,story,elsewhere,,,,`,
      `${own},1,link,javascript:alert(1),Words,,,`,
      `${own},1,link,https://elsewhere.example/,,,,`,
      `${own},0,story,${a},,,,`,
      `${own},1,story,${a},,tomorrow,,`,
      `${own},1,story,${a},,2026-12-24T09:00:00Z,2026-12-23T09:00:00Z,`,
      `${own},1,story,${a},,,,perhaps`,
      `${own},1,link,https://a.example/\u0000,Words,,,`,
      `${own},1,story,${a},,,,yes`,
    ].join("\n"),
  )
  expect(bad.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  const sentences = ["no id of a story", "“kind” is", "id of a story here", "whole address", "targetHeadline"]
  for (const [at, part] of [
    ...sentences,
    "whole number",
    "“from” is no time",
    "ends before",
    "“pinned” is",
    "control",
  ].entries())
    expect(bad[at]?.sentence).toContain(part)
  expect(lines).toMatchObject([{ line: 12, story: own, place: 1, target: { story: a }, manner: { pinned: true } }])
  const itself = after(
    [],
    `${head}${own},1,story,${own},,,\n${own},2,story,${a},,${"x".repeat(81)},\n${own},3,story,${b},,,\n${own},4,story,${b},,,`,
  )
  expect(itself.after).toEqual([{ story: b }])
  expect([...itself.bad]).toEqual([
    [2, "A story is not related news to itself."],
    [3, "“reason”: At most 80 characters."],
    [5, "This story has the same target in a line before."],
  ])
})

test("what is too long of a page elsewhere is told by the name of its column", () => {
  const text = `${head}${own},,link,https://a.example/,${"x".repeat(501)},,`
  expect([...after([], text).bad.values()]).toEqual(["“targetHeadline”: At most 500 characters."])
})

test("a cell that is far too long is named by its line and its column, and the other lines are taken", () => {
  const long = "x".repeat(100_001)
  const file = `story,kind,target,targetHeadline,storyHeadline\n${own},story,${a},,${long}\n${own},link,https://a.example/,${long},\n`
  const { lines, bad } = readFile(file)
  expect(lines, "what nobody reads of a line may be as long as it is").toMatchObject([{ line: 2 }])
  expect(bad).toEqual([
    { line: 3, story: own, sentence: expect.stringMatching(/“targetHeadline” holds 100,001 .* 5,000/) },
  ])
})

test("a file that is none of ours is refused in a sentence", () => {
  for (const [text, part] of [
    ["", "nothing in this file"],
    ["a,b\n1,2", "lacks story, kind, target"],
    ["[1, {}", "no JSON"],
    ['{"related":[]}', "no JSON"],
  ] as const)
    expect(readFile(text)).toMatchObject({ lines: [], bad: [{ line: 1, sentence: expect.stringContaining(part) }] })
  expect(readFile('[1, {"story":[]}]').bad.map(({ sentence }) => sentence)).toEqual([
    "This is not an item.",
    "This is not an item.",
  ])
})
