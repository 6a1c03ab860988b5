import type { Block } from "../blocks/blocks"
import { textOf } from "../blocks/inline"
import type { StoryText } from "../story/story"

/** Where in a story something stands: a field of it, or a block by its id. */
export type Place = {
  at: "headline" | "standfirst" | "byline" | "topics" | "body" | { block: string }
  passage: string
  /** what may have been meant */
  instead?: string
}

/** The words of a story that readers read as sentences, in their order. */
export function passagesOf({ headline, standfirst, body }: StoryText): Place[] {
  const fields: Place[] = [
    { at: "headline", passage: headline },
    { at: "standfirst", passage: standfirst },
  ]
  return [...fields, ...body.flatMap(proseOf)].filter(({ passage }) => passage.trim())
}

function proseOf(block: Block): Place[] {
  const at = { block: block.id }
  if (block.kind === "paragraph" || block.kind === "quote") return [{ at, passage: textOf(block.text) }]
  if (block.kind === "crosshead") return [{ at, passage: block.text }]
  if (block.kind === "list") return block.items.map((item) => ({ at, passage: textOf(item) }))
  if (block.kind === "factBox")
    return block.body.flatMap((part) => proseOf(part).map(({ passage }) => ({ at, passage })))
  return []
}

/** The sentence around something found in a passage, or of a long one the words around it. */
export function around(passage: string, from: number, length: number): string {
  const start = Math.max(passage.lastIndexOf(". ", from) + 1, 0)
  const stop = passage.indexOf(". ", from + length)
  const end = stop < 0 ? passage.length : stop + 1
  const [first, last] = [Math.max(start, from - 60), Math.min(end, from + length + 60)]
  const words = passage.slice(first, last)
  const before = first > start ? words.replace(/^\S*\s+/, "… ") : words.trimStart()
  return last < end ? before.replace(/\s+\S*$/, " …") : before.trimEnd()
}
