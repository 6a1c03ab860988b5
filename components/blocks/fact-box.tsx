import type { Block } from "@/lib/blocks/blocks"
import { List } from "./list"
import { Paragraph } from "./paragraph"
import { Quote } from "./quote"

/** What is worth knowing beside the story, in a box of its own. */
export function FactBox({ block }: { block: Block<"factBox"> }) {
  const body = block.body.map((part) => {
    if (part.kind === "list") return <List key={part.id} block={part} />
    if (part.kind === "quote") return <Quote key={part.id} block={part} />
    return <Paragraph key={part.id} block={part} />
  })
  if (!block.heading) return <div className="fact-box">{body}</div>
  return (
    <section className="fact-box" aria-labelledby={`box-${block.id}`}>
      <h2 id={`box-${block.id}`}>{block.heading}</h2>
      {body}
    </section>
  )
}
