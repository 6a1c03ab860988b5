import type { LiveStory, ShownPicture } from "../story/live"

/**
 * The pictures of a story that others than the paper's own readers may have, by the ids under which it names them. Whatever leaves the paper (feeds,
 * ninjs, CommonMark, structured data, what networks show of an address) takes its pictures from here.
 */
export const handedOn = ({ pictures }: Pick<LiveStory, "pictures">): ReadonlyMap<string, ShownPicture> =>
  new Map([...pictures].filter(([, picture]) => picture.handedOn))
