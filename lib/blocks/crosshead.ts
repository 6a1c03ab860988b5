import { z } from "zod"
import { escapeText } from "../html"
import { markdownText } from "../markdown"
import { text } from "../text"
import { blockId } from "./id"
import type { Kind } from "./kind"

const schema = z.strictObject({ kind: z.literal("crosshead"), id: blockId, text: text(1_000) })

export const crosshead = {
  label: "Crosshead",
  schema,
  text: (block) => block.text,
  html: (block) => `<h2>${escapeText(block.text)}</h2>`,
  markdown: (block) => `## ${markdownText(block.text.replaceAll("\n", " "))}`,
} satisfies Kind<typeof schema>
