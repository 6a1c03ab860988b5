import type { Block } from "@/lib/blocks/blocks"
import { directionOf } from "@/lib/direction"

export const PullQuote = ({ block }: { block: Block<"pullQuote"> }) => (
  <figure className="pull-quote">
    <blockquote dir={directionOf(block.quote)}>
      <p>{block.quote}</p>
    </blockquote>
    {block.speaker && <figcaption>{block.speaker}</figcaption>}
  </figure>
)
