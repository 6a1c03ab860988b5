import { z } from "zod"
import { blockId } from "./id"
import { inlines, textOf } from "./inline"
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
} satisfies Kind<typeof schema>
