import { largest, type PictureSize, srcSet } from "@/lib/pictures/pictures"

type Props = { picture: PictureSize; alt: string; sizes: string; first?: boolean }

/** A picture in WebP, with JPEG for who cannot read it. `first` is for the one at the top of a page: it does not wait. */
export const Image = ({ picture, alt, sizes, first }: Props) => (
  <picture>
    <source type="image/webp" srcSet={srcSet(picture, "webp")} sizes={sizes} />
    <img
      src={largest(picture, "jpg")}
      srcSet={srcSet(picture, "jpg")}
      sizes={sizes}
      alt={alt}
      width={picture.width}
      height={picture.height}
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : "auto"}
      decoding="async"
    />
  </picture>
)
