import { picturesOf } from "../blocks/blocks"
import type { StoryText } from "./story"

/** About where search engines cut a title and a description, and cards of other sites a headline, in characters. */
const TITLE = 60
const DESCRIPTION = 155
const CARD = 70

/** How a story will look elsewhere, about: where others show less of it than we do. */
export type Elsewhere = { title: string; description: string; headline: string; pictureId: string | null }

export const elsewhere = ({ headline, standfirst, body }: StoryText): Elsewhere => ({
  title: cut(headline || "No headline yet", TITLE),
  description: cut(standfirst, DESCRIPTION),
  headline: cut(headline || "No headline yet", CARD),
  pictureId: picturesOf(body)[0] ?? null,
})

/** Cut after a whole word, as they do it. */
function cut(words: string, length: number): string {
  const said = words.trim().replace(/\s+/g, " ")
  if (said.length <= length) return said
  const kept = said.slice(0, length - 1)
  return `${kept.slice(0, kept.lastIndexOf(" ") > length / 2 ? kept.lastIndexOf(" ") : undefined).replace(/[\s,;:.]+$/, "")}…`
}
