import { z } from "zod"
import { escapeText } from "../html"
import { markdownText } from "../markdown"
import { anyBlock, type Block, htmlOfBlock, markdownOfBlock, wordsOfBlock } from "./blocks"
import type { Around } from "./kind"

/** Something in a stored body that this release does not know; its words are kept, for no word may be dropped. */
export type UnknownBlock = { kind: "unknown"; id: string; words: string[] }
export type StoredBlock = Block | UnknownBlock

/**
 * A body as it was stored, perhaps by another release: read one block at a time, so that one that is not understood
 * does not take the story with it.
 */
export function readBody(stored: unknown): StoredBlock[] {
  return z
    .array(z.unknown())
    .catch([])
    .parse(stored)
    .map((block, index) => {
      const read = anyBlock.safeParse(block)
      return read.success ? read.data : { kind: "unknown", id: `unknown-${index}`, words: wordsIn(block) }
    })
}

/** How many words a stored body has, those of unknown blocks too: runs of anything but white space. */
export const countStoredWords = (stored: unknown) => wordsOfStored(readBody(stored)).match(/\S+/g)?.length ?? 0

/** Every word of a body as it was read, a block a line. */
export const wordsOfStored = (blocks: readonly StoredBlock[]) =>
  blocks.map((block) => (block.kind === "unknown" ? block.words.join("\n") : wordsOfBlock(block))).join("\n")

export function htmlOfBody(blocks: readonly StoredBlock[], around: Around): string {
  return blocks
    .map((block) => (block.kind === "unknown" ? htmlOfUnknown(block) : htmlOfBlock(block, around)))
    .join("\n")
}

const htmlOfUnknown = ({ words }: UnknownBlock) => words.map((line) => `<p>${escapeText(line)}</p>`).join("")

/** A body as CommonMark, a block a part. Two lists that follow each other are kept apart, or they would be read as one. */
export function markdownOfBody(blocks: readonly StoredBlock[], around: Around): string {
  const parts = blocks.map((block, index) => {
    const apart = block.kind === "list" && blocks[index - 1]?.kind === "list" ? "<!-- -->\n\n" : ""
    return apart + (block.kind === "unknown" ? markdownOfUnknown(block) : markdownOfBlock(block, around))
  })
  return parts.filter(Boolean).join("\n\n")
}

const markdownOfUnknown = ({ words }: UnknownBlock) => [NOT_SHOWN, ...words].map(markdownText).join("\n\n")

/** What readers are told in the place of a block that this release does not know. */
export const NOT_SHOWN = "This part of the story cannot be shown here in full."

const NOT_WORDS = new Set(["kind", "id", "pictureId", "storyId", "link", "provider", "item", "alt"])

function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() ? [value] : []
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, part]) => (NOT_WORDS.has(name) ? [] : wordsIn(part)))
}
