import { z } from "zod"
import { blockId } from "./id"
import { htmlOf, inlines, textOf } from "./inline"
import type { Kind } from "./kind"

const schema = z.strictObject({
  kind: z.literal("list"),
  id: blockId,
  ordered: z.boolean(),
  items: z.array(inlines).max(1_000),
})

export const list = {
  label: "List",
  schema,
  text: (block) => block.items.map(textOf).join("\n"),
  html: (block, around) => {
    const items = block.items.map((item) => `<li>${htmlOf(item, around)}</li>`).join("")
    return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
  },
} satisfies Kind<typeof schema>
