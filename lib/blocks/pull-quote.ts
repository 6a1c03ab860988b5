import { z } from "zod"
import { escapeText } from "../html"
import { markdownText, quoted } from "../markdown"
import { text } from "../text"
import { blockId } from "./id"
import type { Kind } from "./kind"

const schema = z.strictObject({
  kind: z.literal("pullQuote"),
  id: blockId,
  quote: text(2_000),
  speaker: text(500).optional(),
})

/** Words that stand in the text already, set large: a quote is said once, a pull quote is shown again. */
export const pullQuote = {
  label: "Pull quote",
  schema,
  text: (block) => [block.quote, block.speaker].filter(Boolean).join("\n"),
  html: (block) => {
    const words = `<blockquote><p>${escapeText(block.quote)}</p></blockquote>`
    return block.speaker ? `<figure>${words}<figcaption>${escapeText(block.speaker)}</figcaption></figure>` : words
  },
  markdown: (block) => {
    const speaker = block.speaker ? `\n\n— ${markdownText(block.speaker)}` : ""
    return quoted(markdownText(block.quote) + speaker)
  },
} satisfies Kind<typeof schema>
