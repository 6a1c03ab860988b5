import type { Around } from "../blocks/kind"
import { largest } from "../pictures/pictures"
import type { LiveStory } from "../story/live"
import { handedOn } from "./handed-on"

/** What the blocks of a story need to know of the world, for machines: whole addresses of the paper, its pictures and its stories. */
export function aroundOf(story: LiveStory, origin: string) {
  const pictures = handedOn(story)
  return {
    origin,
    picture: (id) => {
      const found = pictures.get(id)
      return found && { address: origin + largest(found, "jpg"), width: found.width, height: found.height }
    },
    story: (id) => {
      const found = story.cards.get(id)
      return found && { address: origin + found.address, headline: found.headline }
    },
  } satisfies Around
}
