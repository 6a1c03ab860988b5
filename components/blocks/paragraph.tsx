import type { Block } from "@/lib/blocks/blocks"
import { textOf } from "@/lib/blocks/inline"
import { directionOf } from "@/lib/direction"
import { Inlines } from "./inlines"

export const Paragraph = ({ block }: { block: Block<"paragraph"> }) => (
  <p dir={directionOf(textOf(block.text))}>
    <Inlines words={block.text} />
  </p>
)
