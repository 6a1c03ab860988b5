import type { Anchor } from "@/lib/blocks/anchors"
import type { Block } from "@/lib/blocks/blocks"

export const Crosshead = ({ block, anchors }: { block: Block<"crosshead">; anchors: readonly Anchor[] }) => (
  <h2 id={anchors.find(({ id }) => id === block.id)?.anchor}>{block.text}</h2>
)
