import type { Block } from "@/lib/blocks/blocks"
import { dayOf, stampOf } from "@/lib/dates"
import type { StoryCard } from "@/lib/story/related-shown"

type Props = { block: Block<"relatedStory">; cards: ReadonlyMap<string, StoryCard> }

/** Another story of the paper within this one; nothing at all while that story is not public. */
export function RelatedStory({ block, cards }: Props) {
  const card = cards.get(block.storyId)
  if (!card) return null
  return (
    <div className="story-card" lang={card.language}>
      <span className="kicker">{[card.section.name, card.kicker].filter(Boolean).join(" · ")}</span>
      <a href={card.address}>{card.headline}</a>
      <time dateTime={stampOf(card.publishedAt)}>{dayOf(card.publishedAt)}</time>
    </div>
  )
}
