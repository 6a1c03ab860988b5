import type { Block } from "../blocks/blocks"
import type { Inline } from "../blocks/inline"

type Linked = { id: string; link: string; words: string }

/** The links of a body, each with its words and the block that it stands in. */
export function linksOf(body: readonly Block[]): Linked[] {
  return body.flatMap((block) =>
    runsOf(block).flatMap(({ link, text }) => (link ? [{ id: block.id, link, words: text }] : [])),
  )
}

/** Those that lead out of the paper. */
export const outsideLinksOf = (body: readonly Block[]): string[] => [
  ...new Set(linksOf(body).flatMap(({ link }) => (/^https?:/i.test(link) ? [link] : []))),
]

function runsOf(block: Block): Inline[] {
  if (block.kind === "paragraph" || block.kind === "quote") return block.text
  if (block.kind === "list") return block.items.flat()
  if (block.kind === "factBox") return block.body.flatMap(runsOf)
  return []
}
