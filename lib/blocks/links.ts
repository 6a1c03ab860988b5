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

/** The same blocks with other links in their words. @param to where a link leads instead; null: its words stay, and lead nowhere */
export const relinked = (blocks: readonly StoredBlock[], to: (link: string) => string | null): StoredBlock[] =>
  blocks.map((block) => (block.kind === "unknown" ? block : withRuns(block, to)))

function withRuns<B extends Block>(block: B, to: (link: string) => string | null): B
function withRuns(block: Block, to: (link: string) => string | null): Block {
  const runs = (words: readonly Inline[]) => words.map((run) => relink(run, to))
  if (block.kind === "paragraph" || block.kind === "quote") return { ...block, text: runs(block.text) }
  if (block.kind === "list") return { ...block, items: block.items.map(runs) }
  if (block.kind === "factBox") return { ...block, body: block.body.map((part) => withRuns(part, to)) }
  return block
}

function relink({ link, ...run }: Inline, to: (link: string) => string | null): Inline {
  const instead = link === undefined ? null : to(link)
  return instead === null ? run : { ...run, link: instead }
}

/** Every link that a stored body names, wherever it stands in it; it may be of another release. */
export function linksIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(linksIn)
  if (body === null || typeof body !== "object") return []
  return Object.entries(body).flatMap(([name, part]) =>
    name === "link" && typeof part === "string" ? part : linksIn(part),
  )
}
