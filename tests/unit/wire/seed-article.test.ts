import { readFileSync } from "node:fs"
import { expect, test } from "@playwright/test"
import { wordsOfBody } from "@/lib/blocks/blocks"
import { decode } from "@/lib/wire/decode"
import { parse } from "@/lib/wire/parse"
import { redraft } from "@/lib/wire/redraft"

// The agency's text is not ours to keep: SEED_ARTICLE names its file. Only what the text is about is spelled out here.
const file = process.env.SEED_ARTICLE
// biome-ignore lint/suspicious/noSkippedTests: who does not have the article runs everything else; .ci/run has it
test.skip(!file && !process.env.CI, "SEED_ARTICLE names no file: the agency's article is left out")

const readSeed = () => {
  const decoded = decode(new Uint8Array(readFileSync(file ?? "")))
  if ("refused" in decoded) throw new Error(decoded.refused)
  const reading = parse(decoded.text)
  return { text: decoded.text, reading, ...redraft(reading) }
}

test("the agency's article is understood line by line", () => {
  const { reading } = readSeed()
  expect(reading.lines.map(({ takenFor }) => takenFor)).toEqual([
    ...["headline", "blank", "standfirst", "paragraph", "crosshead", "paragraph", "paragraph", "paragraph", "quote"],
    ...["crosshead", "paragraph", "paragraph", "caption", "related marker"],
  ])
  expect(reading.language.language).toBe("en")
})

test("caption and credit of the agency's article are apart, and the caption stays cut off as it came", () => {
  const picture = readSeed().draft.body.find(({ kind }) => kind === "picture")
  expect(picture).toMatchObject({
    caption: expect.stringMatching(/ in$/),
    credit: expect.stringMatching(/^©BELGA PHOTO [A-Z ]+$/),
  })
})

test("the marker of related news with nothing below it gives no related item", () => {
  expect(readSeed().draft).toMatchObject({ related: [], relatedMarker: "Related news" })
})

test("words in are words out: the draft of the agency's article holds all but its marker, in order, curly marks intact", () => {
  const { text, draft, spans } = readSeed()
  const out = [draft.headline, draft.standfirst, wordsOfBody(draft.body)].join("\n")
  const words = (from: string) => from.replace(/©/g, " ©").split(/\s+/).filter(Boolean)
  expect(words(out)).toEqual(words(text.replace(/Related news$/, "")))
  expect(spans.map(({ start, length }) => text.slice(start, start + length)).join("")).toBe(text)
})
