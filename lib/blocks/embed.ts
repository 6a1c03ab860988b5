import { z } from "zod"
import { escapeText } from "../html"
import { linkTo, markdownText } from "../markdown"
import { text } from "../text"
import { blockId } from "./id"
import type { Kind } from "./kind"
import { addressOfEmbed, isEmbedId, PROVIDERS, type Provider } from "./providers"

const provider = z.enum(Object.keys(PROVIDERS) as [Provider, ...Provider[]])

const schema = z
  .strictObject({
    kind: z.literal("embed"),
    /** the block's own, and the provider's too where `item` is left out */
    id: blockId,
    provider,
    /** what the provider calls it, in the one shape that the provider has */
    item: z.string().max(300).optional(),
    /** what there is to see, in words: readers read it before they go there */
    title: text(1_000).optional(),
    /** a picture of ours for its poster, and who made it */
    pictureId: z.uuid("This is not the id of a picture.").nullable().optional(),
    credit: text(1_000).optional(),
  })
  .superRefine((block, context) => {
    if (isEmbedId(block.provider, itemOf(block))) return
    const message = `This is no id of ${PROVIDERS[block.provider].name}.`
    context.addIssue({ code: "custom", path: [block.item === undefined ? "id" : "item"], message })
  })

export const embed = {
  label: "Embed",
  schema,
  text: (block) => [block.title, block.credit].filter(Boolean).join("\n"),
  html: (block) => {
    const words = block.title || PROVIDERS[block.provider].name
    const credit = block.credit ? ` (${escapeText(block.credit)})` : ""
    const address = addressOfEmbed(block.provider, itemOf(block))
    return `<p><a href="${escapeText(address)}">${escapeText(words)}</a>${credit}</p>`
  },
  markdown: (block) => {
    const link = linkTo(addressOfEmbed(block.provider, itemOf(block)), block.title || PROVIDERS[block.provider].name)
    return block.credit ? `${link}\\\n${markdownText(block.credit)}` : link
  },
} satisfies Kind<typeof schema>

/** What the provider calls it. */
export function itemOf({ id, item }: { id: string; item?: string | undefined }) {
  return item ?? id
}
