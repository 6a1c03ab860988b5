import { z } from "zod"
import { blockId } from "./id"
import { htmlOf, inlines, markdownOf, textOf } from "./inline"
import type { Kind } from "./kind"

const schema = z.strictObject({ kind: z.literal("paragraph"), id: blockId, text: inlines })

export const paragraph = {
  label: "Paragraph",
  schema,
  text: (block) => textOf(block.text),
  html: (block, around) => `<p>${htmlOf(block.text, around)}</p>`,
  markdown: (block, around) => markdownOf(block.text, around),
} satisfies Kind<typeof schema>
