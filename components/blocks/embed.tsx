import type { Block } from "@/lib/blocks/blocks"
import { itemOf } from "@/lib/blocks/embed"
import { addressOfEmbed, hostOfEmbed, PROVIDERS } from "@/lib/blocks/providers"
import type { PictureSize } from "@/lib/pictures/pictures"
import { Image } from "../site/image"

type Props = { block: Block<"embed">; pictures: ReadonlyMap<string, PictureSize> }

/** Something that stands elsewhere, as a link that says where it leads: nothing is loaded from there before the click. */
export function Embed({ block, pictures }: Props) {
  const { name, thing } = PROVIDERS[block.provider]
  const poster = block.pictureId ? pictures.get(block.pictureId) : undefined
  const item = itemOf(block)
  return (
    <figure className={poster ? "embed with-poster" : "embed"}>
      <a href={addressOfEmbed(block.provider, item)} rel="noreferrer">
        {poster && <Image picture={poster} alt="" sizes="(min-width: 42rem) 40rem, 100vw" />}
        <span className="embed-words">
          {block.title && <span className="embed-title">{block.title}</span>}
          <span className="embed-where">
            {thing} on {name}: opens {hostOfEmbed(block.provider, item)}
          </span>
        </span>
      </a>
      {block.credit && (
        <figcaption>
          <span className="credit">{block.credit}</span>
        </figcaption>
      )}
    </figure>
  )
}
