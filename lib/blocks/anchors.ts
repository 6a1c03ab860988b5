import { slugOf } from "../slug"
import { LANGUAGES, type Language } from "../story/story"
import type { StoredBlock } from "./stored"

/** A crosshead and the name by which a link finds it. */
export type Anchor = { id: string; anchor: string; text: string }

/** From so many crossheads on, a story has a list of contents. */
export const CONTENTS_FROM = 4

/** Names that the page itself has. */
const TAKEN = ["content", "contents", "related-news"]

/**
 * The crossheads of a body with their anchors: the words as a slug. A second one of the same words carries its block's id
 * as well, so that no anchor moves when another crosshead comes or goes.
 */
export function anchorsOf(blocks: readonly StoredBlock[], language: string): Anchor[] {
  const known: Language = LANGUAGES.find((one) => one === language) ?? "en"
  const taken = new Set(TAKEN)
  return blocks.flatMap((block): Anchor[] => {
    if (block.kind !== "crosshead" || !block.text.trim()) return []
    const slug = slugOf(block.text, known)
    const anchor = taken.has(slug) ? `${slug}-${block.id}` : slug
    taken.add(anchor)
    return [{ id: block.id, anchor, text: block.text }]
  })
}
