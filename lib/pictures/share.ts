import { boxAround, type FocalPoint } from "./crops"
import type { PictureSize } from "./pictures"

/** What a share picture says and shows. */
export type ShareWords = {
  name: string
  kicker: string
  headline: string
  /** "From 2024", where the story is old */
  foot: string
  picture: { id: string; width: number; box: ReturnType<typeof boxAround>; credit: string; rights: string } | null
}

/** Width and height that networks ask for. */
export const SHARE_SIZE = { width: 1_200, height: 630 }

/** The piece of a picture that stands beside the words. */
export const shareBox = (size: Pick<PictureSize, "width" | "height">, point: FocalPoint) =>
  boxAround(size, { across: 500, down: SHARE_SIZE.height }, point)

/** The name says the content: other words have another one. */
export const shareFile = (story: string, digest: string) => `share-${story}-${digest}.jpg`

/** The story whose share picture has this name; null: it is no share picture's name. */
export const shareOfStory = (name: string): string | null =>
  /^share-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-[0-9a-f]{16}\.jpg$/.exec(name)?.[1] ?? null
