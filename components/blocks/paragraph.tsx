import type { Block } from "@/lib/blocks/blocks"
import { Inlines } from "./inlines"

export const Paragraph = ({ block }: { block: Block<"paragraph"> }) => (
  <p>
    <Inlines words={block.text} />
  </p>
)
