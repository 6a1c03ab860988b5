import { z } from "zod"
import { blockId } from "./id"
import { inlines, textOf } from "./inline"
import type { Kind } from "./kind"

const schema = z.strictObject({
  kind: z.literal("quote"),
  id: blockId,
  text: inlines,
  speaker: z.string().max(500).optional(),
})

export const quote = {
  label: "Quote",
  schema,
  text: (block) => [textOf(block.text), block.speaker].filter(Boolean).join("\n"),
} satisfies Kind<typeof schema>
