import type { ComponentType } from "react"
import type { Anchor } from "@/lib/blocks/anchors"
import type { Block, BlockKind } from "@/lib/blocks/blocks"
import type { StoredBlock } from "@/lib/blocks/stored"
import type { PictureSize } from "@/lib/pictures/pictures"
import type { StoryCard } from "@/lib/story/related-shown"
import { Crosshead } from "./crosshead"
import { Divider } from "./divider"
import { Embed } from "./embed"
import { FactBox } from "./fact-box"
import { List } from "./list"
import { Paragraph } from "./paragraph"
import { Picture } from "./picture"
import { PullQuote } from "./pull-quote"
import { Quote } from "./quote"
import { RelatedStory } from "./related-story"
import { Table } from "./table"
import { Unknown } from "./unknown"

/** What blocks show beside their own words. */
type Around = {
  pictures: ReadonlyMap<string, PictureSize>
  cards: ReadonlyMap<string, StoryCard>
  anchors: readonly Anchor[]
}
type Shown = Around & { first?: boolean }

/** How readers see every kind of block: a new kind lacks its row here until it has a view. */
const VIEWS: { [K in BlockKind]: ComponentType<{ block: Block<K> } & Shown> } = {
  paragraph: Paragraph,
  crosshead: Crosshead,
  quote: Quote,
  pullQuote: PullQuote,
  list: List,
  picture: Picture,
  embed: Embed,
  table: Table,
  factBox: FactBox,
  relatedStory: RelatedStory,
  divider: Divider,
}

/** A story's body, block by block. `lead`: its first block stands at the top of the page. */
export const Body = ({ blocks, lead, ...around }: { blocks: readonly StoredBlock[]; lead?: boolean } & Around) =>
  blocks.map((block, index) => {
    if (block.kind === "unknown") return <Unknown key={block.id} block={block} />
    const View = VIEWS[block.kind] as ComponentType<{ block: Block } & Shown>
    return <View key={block.id} block={block} {...around} first={lead === true && index === 0} />
  })
