import { type Block, countWords } from "../blocks/blocks"
import { textOf } from "../blocks/inline"
import type { StoryText } from "../story/story"
import { isRelatedMarker } from "../wire/wording"
import type { Known } from "./known"
import { linksOf } from "./links"
import { around, type Place, passagesOf } from "./passages"
import { spelledTwoWays, unusedWords } from "./spelling"
import { A_PAPER, MARKS, NOW, PLACEHOLDER, THE_PAPER, TIMES, UNFINISHED } from "./wording"

/** What is looked for, each a pure function from a text to the places where it was found. Their words are in sentences.ts. */
export const RULES = {
  placeholder: (text) => everywhere(text, PLACEHOLDER[text.language]),
  standfirst: ({ standfirst }) => (standfirst.trim() ? [] : [{ at: "standfirst", passage: "" }]),
  byline: ({ byline }) => (byline.length ? [] : [{ at: "byline", passage: "" }]),
  topic: ({ topics }) => (topics.length ? [] : [{ at: "topics", passage: "" }]),
  longHeadline: ({ headline }, { limits }) => tooLong("headline", headline, limits.headline),
  longStandfirst: ({ standfirst }, { limits }) => tooLong("standfirst", standfirst, limits.standfirst),
  longText: ({ body }, { limits }) =>
    limits.words !== null && countWords(body) > limits.words ? [{ at: "body", passage: "" }] : [],
  time: otherTimes,
  figure: otherFigures,
  spelling: spelledTwoWays,
  unusedWord: (text, { unused }) => unusedWords(text, unused),
  deadLink: ({ body }, { dead }) =>
    linksOf(body).flatMap(({ id, link, words }) =>
      dead.includes(link) ? [{ at: { block: id }, passage: words }] : [],
    ),
  newspaper: unnamedPaper,
  dateOfFigure: (text) =>
    passagesOf(text).flatMap(({ at, passage }) => {
      const found = NOW[text.language].exec(passage)
      const rest = found ? (passage.slice(found.index).split(/[.!?](\s|$)/)[0] ?? "") : ""
      return found && /\d{2}/.test(rest) ? [{ at, passage: around(passage, found.index, rest.length) }] : []
    }),
  speaker: unsaid,
  quotation: openQuotations,
  crosshead: ({ body }) =>
    blocks(body, "crosshead").flatMap(({ id, text }) => (text.trim() ? [] : [{ at: { block: id }, passage: "" }])),
  related: ({ body }) =>
    blocks(body, "crosshead").flatMap(({ id, text }) =>
      isRelatedMarker(text) ? [{ at: { block: id }, passage: text }] : [],
    ),
  picture: ({ body }) => pictures(body, ({ pictureId }) => pictureId === null),
  caption: ({ body }) => pictures(body, ({ pictureId, caption }) => pictureId !== null && !caption.trim()),
  cutCaption: ({ body, language }) => pictures(body, ({ caption }) => UNFINISHED[language].test(caption.trim())),
  credit: ({ body }) => pictures(body, ({ credit }) => !credit.trim()),
  description: ({ body }) =>
    pictures(body, ({ pictureId, decorative, alt }) => pictureId !== null && !decorative && !alt?.trim()),
} satisfies Record<string, (text: StoryText, known: Known) => Place[]>

export type RuleName = keyof typeof RULES
export const RULE_NAMES = Object.keys(RULES) as RuleName[]

const tooLong = (at: "headline" | "standfirst", words: string, limit: number | null): Place[] =>
  limit !== null && words.length > limit ? [{ at, passage: words }] : []

const blocks = <K extends Block["kind"]>(body: readonly Block[], kind: K) =>
  body.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)

type Picture = Extract<Block, { kind: "picture" }>

const pictures = (body: readonly Block[], lacks: (picture: Picture) => boolean): Place[] =>
  blocks(body, "picture")
    .filter(lacks)
    .map(({ id, caption }) => ({ at: { block: id }, passage: caption }))

const everywhere = (text: StoryText, what: RegExp): Place[] =>
  passagesOf(text).flatMap(({ at, passage }) =>
    [...passage.matchAll(what)].map((found) => ({ at, passage: around(passage, found.index, found[0].length) })),
  )

/** The headline says one week or day, and the text another one and never that. */
function otherTimes(text: StoryText): Place[] {
  const rest = passagesOf(text).filter(({ at }) => at !== "headline")
  return TIMES[text.language].flatMap((family) => {
    const said = family.find((time) => time.test(text.headline))
    if (!said || rest.some(({ passage }) => said.test(passage))) return []
    for (const { at, passage } of rest)
      for (const other of family) {
        const found = other.exec(passage)
        if (found) return [{ at, passage: around(passage, found.index, found[0].length) }]
      }
    return []
  })
}

/** A number by itself; not one in a name, as in G20 or Covid-19. */
const FIGURE = /(?<![\p{L}\d-])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\p{L}\d])/gu
const digitsOf = (figure: string) => figure.replace(/\D/g, "")

/** A figure of the headline that the text does not have. */
function otherFigures(text: StoryText): Place[] {
  const rest = passagesOf(text).filter(({ at }) => at !== "headline")
  const there = new Set(rest.flatMap(({ passage }) => passage.match(FIGURE) ?? []).map(digitsOf))
  if (!rest.length) return []
  const lacking = (text.headline.match(FIGURE) ?? []).filter(
    (figure) => figure.length > 1 && !there.has(digitsOf(figure)),
  )
  return lacking.map((passage) => ({ at: "headline", passage }))
}

/** "The newspaper", before the text has named one. */
function unnamedPaper(text: StoryText): Place[] {
  for (const { at, passage } of passagesOf(text)) {
    const [said, named] = [THE_PAPER[text.language].exec(passage), A_PAPER.exec(passage)]
    if (said && !(named && named.index < said.index))
      return [{ at, passage: around(passage, said.index, said[0].length) }]
    if (named) return []
  }
  return []
}

/** A quotation as a block of its own with nothing but the words that were said; of one that goes on over several, the first. */
function unsaid({ body, language }: StoryText): Place[] {
  const { close } = MARKS[language]
  return body.flatMap((block, index): Place[] => {
    const before = body[index - 1]
    if (block.kind !== "quote") return []
    if (before?.kind === "quote" && !textOf(before.text).match(close)) return []
    const words = textOf(block.text)
    const beside = words.replace(/[“„«"][^”“»"]*[”“»"]?/g, "").match(/\p{L}{2,}/gu) ?? []
    return block.speaker?.trim() || beside.length > 1 ? [] : [{ at: { block: block.id }, passage: words }]
  })
}

/** A quotation that begins and does not end; one that goes on in the next paragraph begins again there. */
function openQuotations(text: StoryText): Place[] {
  const { open, close } = MARKS[text.language]
  const passages = passagesOf(text)
  return passages.filter(({ passage }, index) => {
    const count = (mark: RegExp) => passage.match(mark)?.length ?? 0
    const goesOn = new RegExp(`^\\s*(?:${open.source})`, open.flags.replace("g", "")).test(
      passages[index + 1]?.passage ?? "",
    )
    return count(open) > count(close) && !goesOn
  })
}
