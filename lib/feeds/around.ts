import type { Around } from "../blocks/kind"
import { largest } from "../pictures/pictures"
import type { LiveStory } from "../story/live"

/** What the blocks of a story need to know of the world, for machines: whole addresses of the paper, its pictures and its stories. */
export const aroundOf = ({ pictures, cards }: LiveStory, origin: string) =>
  ({
    origin,
    picture: (id) => {
      const found = pictures.get(id)
      return found && { address: origin + largest(found, "jpg"), width: found.width, height: found.height }
    },
    story: (id) => {
      const found = cards.get(id)
      return found && { address: origin + found.address, headline: found.headline }
    },
  }) satisfies Around
