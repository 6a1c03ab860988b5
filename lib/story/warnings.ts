import { isRelatedMarker } from "../wire/wording"
import type { Story } from "./story"

/** What an editor may want to know before readers see it; none of it stops a story. */
export function warningsOf({ text }: Pick<Story, "text">): string[] {
  const pictures = text.body.filter((block) => block.kind === "picture")
  return [
    !text.standfirst.trim() && "The story has no standfirst.",
    text.byline.length === 0 && "The story has no byline.",
    pictures.some(({ pictureId }) => pictureId === null) && "A caption is still without its picture.",
    pictures.some(({ pictureId, decorative, alt }) => pictureId !== null && !decorative && !alt?.trim()) &&
      "A picture is not described for those who do not see it.",
    text.body.some((block) => block.kind === "crosshead" && isRelatedMarker(block.text)) &&
      "Related headlines of a wire still stand in the text: link those that are ours, and take the rest out.",
  ].filter((warning) => warning !== false)
}
