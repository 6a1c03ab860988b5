import { z } from "zod"
import { escapeText } from "../html"
import { linkTo } from "../markdown"
import { blockId } from "./id"
import type { Kind } from "./kind"

const schema = z.strictObject({
  kind: z.literal("relatedStory"),
  id: blockId,
  storyId: z.uuid("This is not the id of a story."),
})

/** Another story of the paper, shown as a card in the text. It has no words of its own: they are that story's, as it stands now. */
export const relatedStory = {
  label: "Story card",
  schema,
  text: () => "",
  html: (block, around) => {
    const story = around.story?.(block.storyId)
    return story ? `<p><a href="${escapeText(story.address)}">${escapeText(story.headline)}</a></p>` : ""
  },
  markdown: (block, around) => {
    const story = around.story?.(block.storyId)
    return story ? linkTo(story.address, story.headline) : ""
  },
} satisfies Kind<typeof schema>
