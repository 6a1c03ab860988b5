import { type Crop, cropSrcSet, largestCrop } from "@/lib/pictures/crops"
import { type Format, largest, type PictureSize, srcSet } from "@/lib/pictures/pictures"

type Props = {
  picture: PictureSize
  alt: string
  sizes: string
  /** the ratio in which it is wanted; the whole picture stands in until it is made, and the sheet crops it */
  crop?: Crop | undefined
  /** on a phone it is a small picture (4:3) beside a headline; `sizes` tells of wider screens alone */
  small?: boolean | undefined
  first?: boolean
}

const PHONE = "(max-width: 39.99rem)"
const BESIDE_HEADLINE = "7rem"

/**
 * A picture in AVIF where it is made already, in WebP, and in JPEG for who can read neither. `first` is for the one at the top
 * of a page: it does not wait.
 */
export function Image({ picture, alt, sizes: given, crop, small, first }: Props) {
  const sizes = small ? `${PHONE} ${BESIDE_HEADLINE}, ${given}` : given
  const cropped = picture.crops ? crop : undefined
  const set = (format: Format) => (cropped ? cropSrcSet(picture, cropped, format) : srcSet(picture, format))
  const whole = { address: largest(picture, "jpg"), width: picture.width, height: picture.height }
  const { address, width, height } = cropped ? largestCrop(picture, cropped, "jpg") : whole
  return (
    <picture>
      {cropped && small && picture.avif && (
        <source type="image/avif" media={PHONE} srcSet={cropSrcSet(picture, "4x3", "avif")} sizes={BESIDE_HEADLINE} />
      )}
      {cropped && small && (
        <source type="image/webp" media={PHONE} srcSet={cropSrcSet(picture, "4x3", "webp")} sizes={BESIDE_HEADLINE} />
      )}
      {picture.avif && <source type="image/avif" srcSet={set("avif")} sizes={sizes} />}
      <source type="image/webp" srcSet={set("webp")} sizes={sizes} />
      <img
        src={address}
        srcSet={set("jpg")}
        sizes={sizes}
        alt={alt}
        width={width}
        height={height}
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : "auto"}
        decoding="async"
      />
    </picture>
  )
}
