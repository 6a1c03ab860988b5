import type { Block } from "@/lib/blocks/blocks"
import { Inlines } from "./inlines"

export const Quote = ({ block }: { block: Block<"quote"> }) => (
  <figure className="quote">
    <blockquote>
      <p>
        <Inlines words={block.text} />
      </p>
    </blockquote>
    {block.speaker && <figcaption className="speaker">{block.speaker}</figcaption>}
  </figure>
)
