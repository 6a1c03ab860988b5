import { z } from "zod"
import { escapeText } from "../html"
import { markdownText } from "../markdown"
import { text } from "../text"
import { blockId } from "./id"
import type { Kind } from "./kind"
import { list } from "./list"
import { paragraph } from "./paragraph"
import { quote } from "./quote"

const INNER = { paragraph, quote, list }

/** What a box may hold: blocks of words. */
const inner = z.discriminatedUnion("kind", [paragraph.schema, quote.schema, list.schema], {
  error: () => `A fact box holds ${Object.keys(INNER).join(", ")}.`,
})
export type InnerBlock = z.infer<typeof inner>

const schema = z.strictObject({
  kind: z.literal("factBox"),
  id: blockId,
  heading: text(500),
  body: z
    .array(inner)
    .min(1, "A fact box holds at least one paragraph.")
    .max(100, "A fact box holds 100 blocks at most."),
})

export const factBox = {
  label: "Fact box",
  schema,
  text: (block) => [block.heading, ...block.body.map((part) => rowOf(part).text(part))].filter(Boolean).join("\n"),
  html: (block, around) => {
    const body = block.body.map((part) => rowOf(part).html(part, around)).join("")
    return `<aside>${block.heading && `<h3>${escapeText(block.heading)}</h3>`}${body}</aside>`
  },
  markdown: (block, around) => {
    const heading = block.heading ? `### ${markdownText(block.heading.replaceAll("\n", " "))}` : ""
    return [heading, ...block.body.map((part) => rowOf(part).markdown?.(part, around) ?? "")]
      .filter(Boolean)
      .join("\n\n")
  },
} satisfies Kind<typeof schema>

const rowOf = (part: InnerBlock) => INNER[part.kind] as Kind<z.ZodType<InnerBlock>>
