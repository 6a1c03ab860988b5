import type { Block } from "@/lib/blocks/blocks"

/** The id is the block's, not the words': a link to a part of a story outlives a change of its crosshead. */
export const Crosshead = ({ block }: { block: Block<"crosshead"> }) => <h2 id={`part-${block.id}`}>{block.text}</h2>
