import { paragraph } from "../../tests/newsroom"

type Body = ReturnType<typeof paragraph>[]

const WORDS = [
  "lock",
  "canal",
  "barge",
  "keeper",
  "winter",
  "council",
  "bridge",
  "water",
  "gate",
  "morning",
  "the",
  "of",
]
const BYTES = 50_000

/** A text of words in an order that looks like none, the same for the same number. */
function wordsOf(seed: number, count: number): string[] {
  let state = seed * 2_654_435_761 + 1
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return WORDS[state % WORDS.length] ?? ""
  })
}

/** Paragraphs of so many words that are 50 KB together. */
function body(seed: number, words: number): Body {
  const blocks: Body = []
  for (let bytes = 0; bytes < BYTES; ) {
    const text = wordsOf(seed * 1_000 + blocks.length, Math.min(words, Math.ceil((BYTES - bytes) / 6))).join(" ")
    blocks.push(paragraph(text))
    bytes += text.length
  }
  return blocks
}

const eachWord = (blocks: Body, change: (word: string, at: number) => string): Body =>
  blocks.map((block) => ({
    ...block,
    text: block.text.map((run) => ({ ...run, text: run.text.split(" ").map(change).join(" ") })),
  }))

/** The kinds of change that cost most, each with the text that it is made in. */
const CHANGES: Record<string, { words: number; change: (blocks: Body) => Body }> = {
  "a word in each paragraph is another": {
    words: 60,
    change: (blocks) => eachWord(blocks, (word, at) => (at === 30 ? "changed" : word)),
  },
  "every tenth word is another": {
    words: 60,
    change: (blocks) => eachWord(blocks, (word, at) => (at % 10 ? word : "changed")),
  },
  "the paragraphs stand the other way round": { words: 60, change: (blocks) => blocks.toReversed() },
  "every paragraph is another": {
    words: 60,
    change: (blocks) => blocks.map((_, at) => paragraph(wordsOf(at + 7_777, 60).join(" "))),
  },
  "one paragraph of 50 KB, every tenth word another": {
    words: 100_000,
    change: (blocks) => eachWord(blocks, (word, at) => (at % 10 ? word : "changed")),
  },
}

export const TEXTS = Object.entries(CHANGES).map(([name, { words }]) => ({
  name,
  text: (seed: number) => body(seed, words),
}))

export const changedIn = (name: string, blocks: Body): Body => CHANGES[name]?.change(blocks) ?? blocks
