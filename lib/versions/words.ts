import { BLOCKS } from "../blocks/blocks"
import { itemOf } from "../blocks/embed"
import type { Around } from "../blocks/kind"
import { addressOfEmbed } from "../blocks/providers"
import { markdownOfBody, readBody, type StoredBlock, wordsOfStored } from "../blocks/stored"
import { largest } from "../pictures/pictures"
import type { Surroundings } from "../story/live"
import { addressOf, byline, type RelatedItem, relatedItem } from "../story/story"
import type { Field } from "./difference"

/** What readers are told of a story that is not public, or not any more: nothing of it. */
const NOT_PUBLIC = "A story that is not public"

export const FIELD_LABELS: Record<Field, string> = {
  headline: "Headline",
  standfirst: "Standfirst",
  kicker: "Kicker",
  dateline: "Dateline",
  byline: "Byline",
  section: "Section",
  slug: "Address",
  language: "Language",
  topics: "Topics",
  related: "Related news",
}

/** What a field says, in words; nothing of what is not public. */
export function wordsOfField(field: Field, value: unknown, around: Surroundings): string {
  if (field === "byline")
    return byline
      .catch([])
      .parse(value)
      .map(({ name }) => name)
      .join(", ")
  if (field === "section") return around.sections.find(({ slug }) => slug === value)?.name ?? String(value)
  if (field === "topics")
    return listOf(value)
      .map((slug) => around.topics.find((topic) => topic.slug === slug)?.name ?? String(slug))
      .join(", ")
  if (field === "related")
    return relatedItem
      .array()
      .catch([])
      .parse(value)
      .map((item) => [item.reason, headlineOf(item, around)].filter(Boolean).join(": "))
      .join("\n")
  if (field === "language") return new Intl.DisplayNames(["en"], { type: "language" }).of(String(value)) ?? ""
  return String(value)
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function headlineOf(item: RelatedItem, { stories, links }: Surroundings): string {
  if ("story" in item) return stories.find(({ id }) => id === item.story)?.headline ?? NOT_PUBLIC
  const link = links.find(({ id }) => id === item.link)
  return link ? [link.headline, link.source].filter(Boolean).join(", ") : "A page elsewhere"
}

/** A block as the difference of two versions shows it. */
export type Part = {
  /** what kind of block it is */
  label: string
  words: string
  /** the same with what does not stand in its words: emphasis, where links lead, what a picture shows */
  form: string
  pictureId: string | null
}

export function partOf(stored: unknown, around: Surroundings): Part {
  const [block] = readBody([stored])
  if (!block) return { label: "Part", words: "", form: "", pictureId: null }
  return {
    label: block.kind === "unknown" ? "Part of a later release" : BLOCKS[block.kind].label,
    words: wordsOf(block, around),
    form: markdownOfBody([block], machineAround(around)),
    pictureId: block.kind === "picture" ? block.pictureId : null,
  }
}

function wordsOf(block: StoredBlock, around: Surroundings): string {
  if (block.kind === "relatedStory") return headlineOf({ story: block.storyId }, around)
  const address = block.kind === "embed" ? addressOfEmbed(block.provider, itemOf(block)) : ""
  return [address, wordsOfStored([block])].filter(Boolean).join("\n")
}

const machineAround = ({ pictures, stories }: Surroundings): Around => ({
  origin: "",
  picture: (id) => {
    const found = pictures.find((picture) => picture.id === id)
    return found && { address: largest(found, "jpg"), width: found.width, height: found.height }
  },
  story: (id) => {
    const found = stories.find((story) => story.id === id)
    return found && { address: addressOf(found), headline: found.headline }
  },
})
