import type { Block } from "../blocks/blocks"
import { wordsOfBlock } from "../blocks/blocks"
import type { StoredBlock } from "../blocks/stored"
import { namesIn } from "../names/names"
import type { NameKind } from "../names/rules"
import type { Passage } from "../names/tokens"
import type { Language, StoryText } from "../story/story"
import { rareWordsIn } from "./rare-words"

/** Something of a story that another one may have, too. `written` stands in its text, to the letter. */
export type Clue = {
  /** "name", or the language of a word */
  of: string
  key: string
  written: string
  kind: NameKind | "word"
  count: number
  top: boolean
  sure: boolean
}

type Text = Pick<StoryText, "headline" | "standfirst" | "dateline" | "byline"> & {
  language: Language
  body: readonly StoredBlock[]
}

/** So many names of a story are compared with other stories' at most: the first ones, for news begins with what matters. */
const MOST_NAMES = 60

/** What a story may have in common with others: its names, and the words that it is about. */
export function cluesOf({ language, byline, ...text }: Text): Clue[] {
  const passages = passagesOf(text)
  const names = namesIn(passages, language, { writers: byline.map(({ name }) => name) })
  const parts = new Set(
    names.flatMap(({ sure, mentions }) =>
      sure ? mentions.flatMap(({ text: written }) => written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) : [],
    ),
  )
  const isTop = (passage: number) => ["headline", "standfirst"].includes(passages[passage]?.where ?? "")
  return [
    ...names
      .filter(({ written }) => written.length <= LONGEST)
      .slice(0, MOST_NAMES)
      .map(({ key, written, kind, sure, mentions }) => ({
        ...{ of: "name", key, written, kind, sure },
        ...{ count: mentions.length, top: mentions.some(({ passage }) => isTop(passage)) },
      })),
    ...rareWordsIn(passages, language, (lower) => parts.has(lower)).map((word) => ({
      ...{ ...word, of: language, kind: "word" as const, sure: true },
    })),
  ]
}

/** What is longer is no name, and would be no reason. */
const LONGEST = 60

/** A story's words as passages; what is beside its text (captions, embeds, cards) says less about it, and is none. */
export const passagesOf = ({ headline, standfirst, dateline, body }: Omit<Text, "language" | "byline">): Passage[] => [
  { where: "headline", text: headline },
  { where: "standfirst", text: standfirst },
  { where: "dateline", text: dateline },
  ...body.flatMap((block) => (block.kind === "unknown" ? [] : passagesOfBlock(block))),
]

function passagesOfBlock(block: Block): Passage[] {
  if (block.kind === "quote")
    return [
      { where: "body", text: block.text.map(({ text }) => text).join("") },
      ...(block.speaker ? [{ where: "speaker" as const, text: block.speaker }] : []),
    ]
  return TOLD.has(block.kind) ? [{ where: "body", text: wordsOfBlock(block) }] : []
}

const TOLD = new Set(["paragraph", "crosshead", "list", "factBox"])
