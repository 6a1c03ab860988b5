import { z } from "zod"
import { blockId } from "./id"
import type { Kind } from "./kind"

const schema = z.strictObject({ kind: z.literal("divider"), id: blockId })

export const divider = {
  label: "Divider",
  schema,
  text: () => "",
  html: () => "<hr>",
  markdown: () => "---",
} satisfies Kind<typeof schema>
