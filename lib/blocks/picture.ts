import { z } from "zod"
import { escapeText } from "../html"
import { escapeMarks, markdownText } from "../markdown"
import { text } from "../text"
import { blockId } from "./id"
import type { Kind } from "./kind"

const schema = z
  .strictObject({
    kind: z.literal("picture"),
    id: blockId,
    /** null: a caption and credit whose picture is still to come */
    pictureId: z.uuid("This is not the id of a picture.").nullable(),
    caption: text(5_000),
    credit: text(1_000),
    /** what the picture shows, for those who do not see it */
    alt: text(2_000).optional(),
    /** there is nothing to describe (WCAG 2.2, 1.1.1) */
    decorative: z.literal(true).optional(),
  })
  .refine((block) => (block.alt === undefined) !== (block.decorative === undefined), {
    message: "A picture has either alt (a description) or decorative: true.",
    path: ["alt"],
  })

export const picture = {
  label: "Picture",
  schema,
  text: (block) => [block.caption, block.credit].filter(Boolean).join("\n"),
  html: (block, around) => {
    const file = block.pictureId === null ? undefined : around.picture(block.pictureId)
    const image = file ? imageOf(file, block.alt ?? "") : ""
    const words = [block.caption, block.credit].filter(Boolean).map(escapeText).join(" · ")
    return `<figure>${image}${words && `<figcaption>${words}</figcaption>`}</figure>`
  },
  markdown: (block, around) => {
    const file = block.pictureId === null ? undefined : around.picture(block.pictureId)
    const image = file ? `![${escapeMarks((block.alt ?? "").replaceAll("\n", " "))}](<${file.address}>)` : ""
    const words = [block.caption, block.credit].map(markdownText).filter(Boolean).join("\\\n")
    return [image, words].filter(Boolean).join("\n\n")
  },
} satisfies Kind<typeof schema>

const imageOf = (file: { address: string; width: number; height: number }, alt: string) =>
  `<img src="${escapeText(file.address)}" alt="${escapeText(alt)}" width="${file.width}" height="${file.height}">`
