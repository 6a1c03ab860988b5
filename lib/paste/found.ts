import type { Block } from "../blocks/blocks"
import type { Inline } from "../blocks/inline"
import type { Look } from "./runs"
import type { Element, Node } from "./tree"

type Bare<B> = B extends Block ? Omit<B, "id"> : never

/** A block that was found, and what is known of it until it is settled beside its neighbours. */
export type Found = {
  block: Bare<Block>
  /** of a paragraph: the words under a picture or over a table */
  caption?: true
  /** of a paragraph: an item of a list of Word's, which is made of paragraphs */
  item?: WordItem
  /** of a paragraph: it belongs to the item above, if there is one */
  continues?: true
  /** of a list: the number of its first item, and whether it goes on from the list above */
  start?: number
  joins?: true
  /** of a picture: where it comes from */
  source?: Source
}

export type WordItem = { list: string; level: number; marker: string }

/** A picture that came along (its place among those given, or its bytes as a data address), one of ours, or only an address of one. */
export type Source = { given: number } | { data: string } | { ours: string } | { address: string }

/** What rules of a kind need of the whole: where the paper is, how to read what is within, and what to tell the writer. */
export type Page = {
  origin: string
  within: (children: readonly Node[], look: Look) => Found[]
  look: (element: Element, look: Look) => Look
  refusals: string[]
  /** how many blocks were looked at so far, on all levels */
  work: number
}

export const paragraphOf = (text: Inline[]): Found => ({ block: { kind: "paragraph", text } })

/** The words of a block as a paragraph's; undefined for one that is more than words. */
export function wordsIn({ block }: Found): Inline[] | undefined {
  if (block.kind === "paragraph") return block.text
  if (block.kind === "crosshead") return [{ text: block.text }]
  if (block.kind === "quote") return block.speaker ? [...block.text, { text: `\n${block.speaker}` }] : block.text
  return undefined
}
