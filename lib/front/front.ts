import type { PictureSize } from "../pictures/pictures"
import type { ListedStory } from "../story/live"
import type { Name } from "../story/surroundings"
import { type Size, type Slot, standingAt } from "./arrangement"

/** A story at its place on a page. */
export type Placed = { story: ListedStory; size: Size }

/** A public story that has a slot, with all of its pictures. */
export type SlottedStory = ListedStory & { pictures: (PictureSize & { alt: string; named: string })[] }

export type FrontLayout = {
  lead: Placed | null
  beside: Placed[]
  /** slots for which there is no room at the top */
  below: Placed[]
  blocks: { section: Name; stories: ListedStory[] }[]
}

const BESIDE = 4
const IN_A_BLOCK = 4

/** The most stories of one section that a front page can use. */
export const FRONT_DEPTH = 1 + BESIDE + IN_A_BLOCK

/**
 * The slots that readers see at a moment, in the editors' order: what is not public or has ended its pin closes up. The
 * stories are those that are public.
 */
export function placeSlots(slots: readonly Slot[], stories: readonly SlottedStory[], at: Date): Placed[] {
  const seen = new Set<string>()
  return standingAt(slots, at).flatMap((slot): Placed[] => {
    const found = stories.find(({ id }) => id === slot.story)
    if (!found || seen.has(slot.story)) return []
    seen.add(slot.story)
    return [{ story: dressed(found, slot), size: slot.size }]
  })
}

/** A story in the words and with the picture that its slot gives it. */
function dressed({ pictures, ...story }: SlottedStory, slot: Slot): ListedStory {
  const chosen = pictures.find(({ named }) => named === slot.picture) ?? story.picture
  return {
    ...story,
    headline: slot.headline || story.headline,
    kicker: slot.kicker || story.kicker,
    picture: slot.picture === "none" ? null : chosen,
  }
}

/**
 * A front page: the editors' slots, and around and below them the newest stories. Where no slot leads, the newest story
 * with a picture does; each section has a block of what is left. No story stands twice.
 */
export function layOutFront(
  newestFirst: readonly ListedStory[],
  sections: readonly Name[],
  placed: readonly Placed[] = [],
): FrontLayout {
  const fill = newestFirst.filter(({ id }) => placed.every(({ story }) => story.id !== id))
  const chosen = placed.filter(({ size }) => size !== "lead")
  const leading = placed.find(({ size }) => size === "lead")
  const recent = fill.slice(0, Math.max(leading ? 0 : 1, BESIDE + (leading ? 0 : 1) - chosen.length))
  const found = recent.find(({ picture }) => picture) ?? recent[0]
  const lead = leading ?? (found && { story: found, size: "lead" as const }) ?? chosen[0] ?? null
  const slotted = chosen.filter((one) => one !== lead)
  const others = recent.filter((story) => story !== lead?.story)
  const filled = others.map((story, at) => ({ story, size: slotted.length + at === 0 ? "feature" : "plain" }) as const)
  const rest = fill.slice(recent.length)
  const blocks = sections.map((section) => ({
    section,
    stories: rest.filter((story) => story.section.slug === section.slug).slice(0, IN_A_BLOCK),
  }))
  return {
    lead,
    beside: [...slotted, ...filled].slice(0, BESIDE),
    below: slotted.slice(BESIDE),
    blocks: blocks.filter(({ stories }) => stories.length > 0),
  }
}

/** One page of a list: the slots first, then the newest. The first page has a lead, the editors' or the newest story. */
export function layOutList(
  newestFirst: readonly ListedStory[],
  number: number,
  placed: readonly Placed[] = [],
): Placed[] {
  const slotted = number === 1 ? placed : []
  const fill = newestFirst.filter(({ id }) => placed.every(({ story }) => story.id !== id))
  const all = [...slotted, ...fill.map((story) => ({ story, size: "plain" as const }))]
  if (number > 1) return all
  const first = slotted.find(({ size }) => size === "lead") ?? all[slotted.length] ?? all[0]
  return first ? [{ ...first, size: "lead" }, ...all.filter((one) => one !== first)] : []
}
