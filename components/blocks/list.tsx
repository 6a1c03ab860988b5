import type { Block } from "@/lib/blocks/blocks"
import { Inlines } from "./inlines"

export function List({ block }: { block: Block<"list"> }) {
  const items = block.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no names, and a page is rendered once
    <li key={index}>
      <Inlines words={item} />
    </li>
  ))
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}
