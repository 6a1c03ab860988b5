import { z } from "zod"
import { blockId } from "./id"
import { inlines, textOf } from "./inline"
import type { Kind } from "./kind"

const schema = z.strictObject({ kind: z.literal("paragraph"), id: blockId, text: inlines })

export const paragraph = {
  label: "Paragraph",
  schema,
  text: (block) => textOf(block.text),
} satisfies Kind<typeof schema>
