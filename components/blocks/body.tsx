import type { ComponentType } from "react"
import type { Block, BlockKind } from "@/lib/blocks/blocks"
import type { StoredBlock } from "@/lib/blocks/stored"
import type { PictureSize } from "@/lib/pictures/pictures"
import { Crosshead } from "./crosshead"
import { Divider } from "./divider"
import { List } from "./list"
import { Paragraph } from "./paragraph"
import { Picture } from "./picture"
import { Quote } from "./quote"
import { Unknown } from "./unknown"

type Around = { pictures: ReadonlyMap<string, PictureSize>; first?: boolean }

/** How readers see every kind of block: a new kind lacks its row here until it has a view. */
const VIEWS: { [K in BlockKind]: ComponentType<{ block: Block<K> } & Around> } = {
  paragraph: Paragraph,
  crosshead: Crosshead,
  quote: Quote,
  list: List,
  picture: Picture,
  divider: Divider,
}

/** A story's body, block by block. `lead`: its first block stands at the top of the page. */
export const Body = ({ blocks, pictures, lead }: { blocks: readonly StoredBlock[]; lead?: boolean } & Around) =>
  blocks.map((block, index) => {
    if (block.kind === "unknown") return <Unknown key={block.id} block={block} />
    const View = VIEWS[block.kind] as ComponentType<{ block: Block } & Around>
    return <View key={block.id} block={block} pictures={pictures} first={lead === true && index === 0} />
  })
