import type { ListedStory, Name } from "../story/live"

export type FrontLayout = {
  lead: ListedStory | null
  beside: ListedStory[]
  blocks: { section: Name; stories: ListedStory[] }[]
}

const BESIDE = 4
const IN_A_BLOCK = 4

/** The most stories of one section that a front page can use. */
export const FRONT_DEPTH = 1 + BESIDE + IN_A_BLOCK

/**
 * A front page laid out from the newest stories: the newest with a picture leads, the next stand beside it, and each
 * section has a block of what is left. No story stands twice.
 */
export function layOutFront(newestFirst: readonly ListedStory[], sections: readonly Name[]): FrontLayout {
  const recent = newestFirst.slice(0, 1 + BESIDE)
  const lead = recent.find((story) => story.picture) ?? recent[0] ?? null
  const beside = recent.filter((story) => story !== lead)
  const rest = newestFirst.slice(recent.length)
  const blocks = sections.map((section) => ({
    section,
    stories: rest.filter((story) => story.section.slug === section.slug).slice(0, IN_A_BLOCK),
  }))
  return { lead, beside, blocks: blocks.filter(({ stories }) => stories.length > 0) }
}
