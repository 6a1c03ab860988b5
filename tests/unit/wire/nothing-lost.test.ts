import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { wordsOfBody } from "@/lib/blocks/blocks"
import { storyText } from "@/lib/story/story"
import { bare, withoutControls } from "@/lib/wire/bare"
import { checkText } from "@/lib/wire/decode"
import { type Draft, withUnlinked } from "@/lib/wire/draft"
import { linesOf } from "@/lib/wire/lines"
import { parse, type Reading } from "@/lib/wire/parse"
import { redraft } from "@/lib/wire/redraft"
import type { Span } from "@/lib/wire/spans"
import { CHOICES, type Choices } from "@/lib/wire/taken-for"
import { wireText } from "./wire-text"

const RUNS = { numRuns: 300 }
const choices = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.constantFrom(...CHOICES))

test("lines put together again are the text", () => {
  fc.assert(
    fc.property(wireText, (text) => {
      expect(
        linesOf(text)
          .map(({ start, next }) => text.slice(start, next))
          .join(""),
      ).toBe(text)
    }),
    RUNS,
  )
})

test("spans put together are the text, and only what has no ink is taken for space", () => {
  fc.assert(
    fc.property(wireText, choices, (text, chosen) => {
      const { spans } = redraft(parse(text), chosen)
      expect(spans.map((span) => wordsOf(text, span)).join("")).toBe(text)
      const space = spans
        .filter(({ role }) => role === "space")
        .map((span) => wordsOf(text, span))
        .join("")
      expect(bare(space)).toBe("")
    }),
    // A caption of no words before its credit, with a character without ink.
    { ...RUNS, examples: [["\u00ad © the\n", { 1: "caption" }]] },
  )
})

test("every character that is taken for words stands in the draft, as often as in the wire", () => {
  fc.assert(
    fc.property(wireText, choices, (text, chosen) => {
      const reading = parse(text)
      const { draft, spans } = redraft(reading, chosen)
      expect(counted(everyWord(draft))).toEqual(counted(wordsTaken(reading, spans)))
    }),
    RUNS,
  )
})

test("a wire of paragraphs alone keeps its characters in their order", () => {
  fc.assert(
    fc.property(wireText, (text) => {
      const reading = parse(text)
      const asParagraphs = Object.fromEntries(reading.lines.map(({ line }) => [line, "paragraph"])) as Choices
      expect(ink(wordsOfBody(redraft(reading, asParagraphs).draft.body))).toBe(ink(inked(reading)))
    }),
    RUNS,
  )
})

test("whatever is chosen, the draft is one that a story may hold", () => {
  const rest = { section: "world", slug: "a-wire", topics: [], language: "en" as const }
  fc.assert(
    fc.property(wireText, choices, (text, chosen) => {
      fc.pre(checkText(text) === null)
      const { draft } = redraft(parse(text), chosen)
      const { headline, standfirst, kicker, dateline, byline } = draft
      const body = withUnlinked(draft, draft.related)
      const made = storyText.safeParse({ headline, standfirst, kicker, dateline, byline, body, related: [], ...rest })
      expect(made.error?.issues ?? []).toEqual([])
    }),
    RUNS,
  )
})

test("the same wire is read the same way every time", () => {
  fc.assert(
    fc.property(wireText, (text) => {
      expect(parse(text)).toEqual(parse(text))
      expect(redraft(parse(text))).toEqual(redraft(parse(text)))
    }),
    { numRuns: 100 },
  )
})

test("every line gets a verdict with a reason, a sentence, and a sureness from 0 to 1", () => {
  fc.assert(
    fc.property(wireText, (text) => {
      for (const { why, sure } of parse(text).lines) {
        expect(why).toMatch(/^[A-Z].*\.$/)
        expect(sure).toBeGreaterThanOrEqual(0)
        expect(sure).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 100 },
  )
})

const wordsOf = (text: string, { start, length }: Span) => text.slice(start, start + length)

/** Everything but white space and controls. */
const ink = (text: string) => withoutControls(text).replace(/[\s\u0085]+/g, "")

/** The lines that a reader sees anything of: one of nothing but soft hyphens and zero-width marks is a blank line. */
const inked = ({ lines }: Reading) =>
  lines
    .map(({ text }) => text)
    .filter((text) => bare(text) !== "")
    .join("\n")

/** How often each character that is not space stands in a text. */
function counted(text: string) {
  const counts: Record<string, number> = {}
  for (const character of ink(text)) counts[character] = (counts[character] ?? 0) + 1
  return counts
}

function wordsTaken({ text }: Reading, spans: readonly Span[]) {
  const words = spans.filter(({ role }) => !["mark", "left out", "space"].includes(role))
  return words.map((span) => wordsOf(text, span)).join("\n")
}

function everyWord({ headline, standfirst, kicker, dateline, byline, body, related }: Draft) {
  const items = related.flatMap(({ headline, url, source }) => [headline === url ? "" : headline, url ?? "", source])
  const names = byline.map(({ name }) => name)
  return [headline, standfirst, kicker, dateline, ...names, wordsOfBody(body), ...items].join("\n")
}
