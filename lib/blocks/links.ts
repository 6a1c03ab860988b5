import { isSafeAddress } from "../address"
import type { Block } from "./blocks"
import type { Inline } from "./inline"
import type { StoredBlock } from "./stored"

/** Where the links in a body's words lead, in the order in which a reader meets them: the footnotes of a printed page. */
export const linksOf = (blocks: readonly StoredBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === "unknown" ? [] : runsOf(block).flatMap(linkOf)))

function runsOf(block: Block): readonly Inline[] {
  if (block.kind === "paragraph" || block.kind === "quote") return block.text
  if (block.kind === "list") return block.items.flat()
  if (block.kind === "factBox") return block.body.flatMap(runsOf)
  return []
}

const linkOf = ({ link }: Inline) => (link && isSafeAddress(link) ? [link] : [])
