import type { Block } from "@/lib/blocks/blocks"
import type { PictureSize } from "@/lib/pictures/pictures"
import { Image } from "../site/image"

type Props = { block: Block<"picture">; pictures: ReadonlyMap<string, PictureSize>; first?: boolean }

const SIZES = "(min-width: 75rem) 47rem, (min-width: 48rem) 42rem, 100vw"

/** A picture with its caption and credit; both stand even where the picture itself is still to come. Where its rights have ended, a line says so. */
export function Picture({ block, pictures, first }: Props) {
  const size = block.pictureId === null ? undefined : pictures.get(block.pictureId)
  if (block.pictureId !== null && !size) return <p className="picture-gone">This picture is no longer available.</p>
  if (!size && !block.caption && !block.credit) return null
  return (
    <figure className={size ? "picture" : "picture without-image"}>
      {size && <Image picture={size} alt={block.alt ?? ""} sizes={SIZES} first={first ?? false} />}
      {(block.caption || block.credit) && (
        <figcaption>
          {block.caption && <span className="caption">{block.caption}</span>}{" "}
          {block.credit && <span className="credit">{block.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
