import { z } from "zod"
import { markdownText } from "../markdown"
import { crosshead } from "./crosshead"
import { divider } from "./divider"
import { embed } from "./embed"
import { factBox } from "./fact-box"
import type { Around } from "./kind"
import { list } from "./list"
import { paragraph } from "./paragraph"
import { picture } from "./picture"
import { pullQuote } from "./pull-quote"
import { quote } from "./quote"
import { relatedStory } from "./related-story"
import { table } from "./table"

/**
 * Every kind of block that a body may hold. To add one: a file here and a row here; then the compiler asks for its
 * row in BlockKind's other maps: HTML for machines, a view for readers, an editor for writers.
 */
export const BLOCKS = {
  paragraph,
  crosshead,
  quote,
  pullQuote,
  list,
  picture,
  embed,
  table,
  factBox,
  relatedStory,
  divider,
}

export type BlockKind = keyof typeof BLOCKS
export type Block<K extends BlockKind = BlockKind> = { [P in K]: z.infer<(typeof BLOCKS)[P]["schema"]> }[K]

export const anyBlock = z.discriminatedUnion(
  "kind",
  [
    paragraph.schema,
    crosshead.schema,
    quote.schema,
    pullQuote.schema,
    list.schema,
    picture.schema,
    embed.schema,
    table.schema,
    factBox.schema,
    relatedStory.schema,
    divider.schema,
  ],
  { error: () => `A block is an object whose kind is one of: ${Object.keys(BLOCKS).join(", ")}.` },
)

/** A story's body: strict (an unknown kind, field or mark is refused with the path to it), every id once. */
export const body = z
  .array(anyBlock)
  .max(5_000, "A story holds 5,000 blocks at most.")
  .superRefine((blocks, context) => {
    const seen = new Set<string>()
    const once = (id: string, path: (string | number)[]) => {
      if (seen.has(id)) context.addIssue({ code: "custom", path, message: `Two blocks have the id ${id}.` })
      seen.add(id)
    }
    blocks.forEach((block, index) => {
      once(block.id, [index, "id"])
      if (block.kind !== "factBox") return
      for (const [at, part] of block.body.entries()) once(part.id, [index, "body", at, "id"])
    })
  })

/** Every word of a block that a reader sees. */
export function wordsOfBlock(block: Block): string {
  const words = BLOCKS[block.kind].text as (block: Block) => string
  return words(block)
}

/** A block as HTML for feeds. */
export function htmlOfBlock(block: Block, around: Around): string {
  const html = BLOCKS[block.kind].html as (block: Block, around: Around) => string
  return html(block, around)
}

/** The pictures and the stories that blocks show, for whoever has to fetch them. */
export const picturesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => ("pictureId" in block && block.pictureId ? [block.pictureId] : []))
export const storiesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "relatedStory" ? [block.storyId] : []))
/** A block as CommonMark: as its kind says it, or else its words, a paragraph a line. */
export function markdownOfBlock(block: Block, around: Around): string {
  const { markdown } = BLOCKS[block.kind] as { markdown?: (block: Block, around: Around) => string }
  return markdown?.(block, around) ?? wordsOfBlock(block).split("\n").map(markdownText).filter(Boolean).join("\n\n")
}

/** Every word of a body, a block a line. */
export const wordsOfBody = (blocks: readonly Block[]) => blocks.map(wordsOfBlock).filter(Boolean).join("\n")

/** How many words a body has, as a newsroom counts: runs of anything but white space. */
export const countWords = (blocks: readonly Block[]) => wordsOfBody(blocks).match(/\S+/g)?.length ?? 0

/** Words a minute of people who read for themselves, on average: Brysbaert, "How many words do we read per minute?" (2019). */
const PACE = 238

/** Whole minutes that so many words take to read; one at least. */
export const minutesToRead = (words: number) => (words === 0 ? 0 : Math.max(1, Math.round(words / PACE)))
