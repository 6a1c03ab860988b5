import { z } from "zod"
import { escapeText } from "../html"
import { markdownText, quoted } from "../markdown"
import { text } from "../text"
import { blockId } from "./id"
import { htmlOf, inlines, markdownOf, textOf } from "./inline"
import type { Kind } from "./kind"

const schema = z.strictObject({
  kind: z.literal("quote"),
  id: blockId,
  text: inlines,
  speaker: text(500).optional(),
})

export const quote = {
  label: "Quote",
  schema,
  text: (block) => [textOf(block.text), block.speaker].filter(Boolean).join("\n"),
  html: (block, around) => {
    const words = `<blockquote><p>${htmlOf(block.text, around)}</p></blockquote>`
    return block.speaker ? `<figure>${words}<figcaption>${escapeText(block.speaker)}</figcaption></figure>` : words
  },
  markdown: (block, around) => {
    const speaker = block.speaker ? `\n\n— ${markdownText(block.speaker)}` : ""
    return quoted(markdownOf(block.text, around) + speaker)
  },
} satisfies Kind<typeof schema>
