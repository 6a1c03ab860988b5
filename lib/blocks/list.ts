import { z } from "zod"
import { setIn } from "../markdown"
import { blockId } from "./id"
import { htmlOf, inlines, markdownOf, textOf } from "./inline"
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
  markdown: (block, around) => {
    const mark = (index: number) => (block.ordered ? `${index + 1}. ` : "- ")
    return block.items.map((item, index) => mark(index) + setIn(markdownOf(item, around), "    ")).join("\n")
  },
} satisfies Kind<typeof schema>
