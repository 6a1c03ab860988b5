import { BLOCKS, type Block, wordsOfBlock } from "@/lib/blocks/blocks"
import { itemOf } from "@/lib/blocks/embed"
import { addressOfEmbed } from "@/lib/blocks/providers"
import { wordsOfManner } from "@/lib/related/manner"
import type { MergeRow } from "@/lib/story/merge"
import { type Byline, namesOf, type RelatedItem, type StoryText } from "@/lib/story/story"
import type { RelatedLine } from "./doors"
import { keyOf } from "./related-row"

/** What a difference is about. */
export function titleOf(row: MergeRow): string {
  if (row.kind === "order") return "The order of the blocks"
  if (row.kind === "field") return row.field === "related" ? "Related news" : row.field.replace(/^./, upper)
  const block = row.mine ?? row.theirs
  return block ? BLOCKS[block.kind].label : "Block"
}

/** One side of a difference in words; nothing where that side has nothing. */
export function wordsOfSide(
  row: MergeRow,
  side: "mine" | "theirs",
  texts: Record<"mine" | "theirs", StoryText>,
  related: readonly RelatedLine[],
): string {
  if (row.kind === "block") return row[side] ? wordsOf(row[side], related) : ""
  if (row.kind === "order") return orderOf(row[side], texts[side].body)
  const text = texts[side]
  if (row.field === "byline") return namesOf(text.byline satisfies Byline)
  if (row.field === "topics") return text.topics.join(", ")
  if (row.field === "related") return text.related.map((item) => lineOf(item, related)).join("\n")
  return text[row.field]
}

/** A block's words, and what else it says: where links lead, what a picture shows, in which style words stand. */
function wordsOf(block: Block, related: readonly RelatedLine[] = []): string {
  const words = wordsOfBlock(block)
  if (block.kind === "picture")
    return [
      `Picture: ${block.pictureId ? "chosen" : "still to come"}`,
      words,
      block.decorative ? "Decorative" : block.alt,
    ]
      .filter(Boolean)
      .join("\n")
  if (block.kind === "divider") return "A line"
  if (block.kind === "relatedStory") return nameOf({ story: block.storyId }, related)
  if (block.kind === "embed") return [addressOfEmbed(block.provider, itemOf(block)), words].filter(Boolean).join("\n")
  if (block.kind === "table")
    return [block.caption, ...[block.head, ...block.rows].map((cells) => cells.join(" | "))].filter(Boolean).join("\n")
  if (block.kind === "factBox")
    return [block.heading, ...block.body.map((part) => wordsOf(part))].filter(Boolean).join("\n")
  if (block.kind === "list")
    return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "•"} ${runs(item)}`).join("\n")
  if (block.kind === "paragraph") return runs(block.text)
  if (block.kind === "quote") return [`“${runs(block.text)}”`, block.speaker].filter(Boolean).join("\n")
  return words
}

type Runs = Extract<Block, { kind: "paragraph" }>["text"]

const runs = (text: Runs) =>
  text
    .map(({ text: words, bold, italic, link }) => {
      const styled = `${bold ? "**" : ""}${italic ? "_" : ""}${words}${italic ? "_" : ""}${bold ? "**" : ""}`
      return link ? `${styled} (${link})` : styled
    })
    .join("")

const orderOf = (keys: readonly string[], body: readonly Block[]) =>
  keys
    .map((key, at) => {
      const block = body.find(({ id }) => id === key)
      return `${at + 1}. ${block ? wordsOfBlock(block).slice(0, 60) || BLOCKS[block.kind].label : "…"}`
    })
    .join("\n")

/** With everything that is said of it, so that a difference in any of that is seen. */
function lineOf(item: RelatedItem, related: readonly RelatedLine[]) {
  const said = [item.reason, ...wordsOfManner(item)].filter(Boolean).join("; ")
  return said ? `${nameOf(item, related)} (${said})` : nameOf(item, related)
}

const nameOf = (item: RelatedItem, related: readonly RelatedLine[]) =>
  related.find((line) => keyOf(line) === keyOf(item))?.headline || ("story" in item ? "A story" : "A page elsewhere")

const upper = (letter: string) => letter.toUpperCase()
