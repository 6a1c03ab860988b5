import type { Block } from "@/lib/blocks/blocks"
import { textOf } from "@/lib/blocks/inline"
import { directionOf } from "@/lib/direction"
import { Inlines } from "./inlines"

export const Quote = ({ block }: { block: Block<"quote"> }) => (
  <figure className="quote">
    <blockquote dir={directionOf(textOf(block.text))}>
      <p>
        <Inlines words={block.text} />
      </p>
    </blockquote>
    {block.speaker && <figcaption className="speaker">{block.speaker}</figcaption>}
  </figure>
)
