import { BLOCKS } from "../blocks/blocks"
import { itemOf } from "../blocks/embed"
import type { Around } from "../blocks/kind"
import { addressOfEmbed } from "../blocks/providers"
import { markdownOfBody, readBody, type StoredBlock, wordsOfStored } from "../blocks/stored"
import { largest } from "../pictures/pictures"
import { inReadersOrder, isShownAt, wordsOfManner } from "../related/manner"
import { addressOf, byline, type RelatedItem, relatedItem } from "../story/story"
import type { Surroundings } from "../story/surroundings"
import type { Difference, Field } from "./difference"
import { contentOf, type Step } from "./steps"

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

/** What changed, in a line: "Headline, topics; text: 2 parts changed, 1 moved". Empty: nothing that is seen. */
export function changedIn({ fields, body }: Difference): string {
  const became = body.map(becameOf)
  const named = fields.map(({ field }, at) => (at ? FIELD_LABELS[field].toLowerCase() : FIELD_LABELS[field])).join(", ")
  const parts = (["changed", "added", "removed", "moved"] as const).flatMap((what) => {
    const times = became.filter((one) => one === what).length
    return times ? [[what, times] as const] : []
  })
  const text = parts.map(([what, times], at) => `${times} ${at ? "" : times === 1 ? "part " : "parts "}${what}`)
  return [named, text.length && `${named ? "text" : "Text"}: ${text.join(", ")}`].filter(Boolean).join("; ")
}

/** What became of a block; null: nothing that is seen. What moved is told once, where it came to. */
function becameOf(step: Step): "changed" | "added" | "removed" | "moved" | null {
  if ("same" in step || contentOf(step.before) === contentOf(step.after)) return null
  if (step.moved) return step.after === null ? null : "moved"
  if (step.before === null) return "added"
  return step.after === null ? "removed" : "changed"
}

/** To whom it is told, and when: readers hear of related news what they see of it, the desk all that is said of each item. */
export type Told = { to: "readers" | "desk"; now: Date }

/** What a field says, in words; nothing of what is not public. */
export function wordsOfField(field: Field, value: unknown, around: Surroundings, told: Told): string {
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
  if (field === "related") return relatedWords(relatedItem.array().catch([]).parse(value), around, told)
  if (field === "language") return new Intl.DisplayNames(["en"], { type: "language" }).of(String(value)) ?? ""
  return String(value)
}

function relatedWords(items: readonly RelatedItem[], around: Surroundings, { to, now }: Told): string {
  const shown = inReadersOrder(items).filter((item) => to === "desk" || isShownAt(item, now))
  const lines = shown.map((item) => {
    const headline = headlineOf(item, around)
    const manner = to === "desk" ? wordsOfManner(item).join("; ") : ""
    if (to === "readers" && !isThere(item, around)) return headline
    const words = (to === "readers" && item.headlineForReaders) || headline
    return [item.reason, manner ? `${words} (${manner})` : words].filter(Boolean).join(": ")
  })
  return lines.join("\n")
}

const isThere = (item: RelatedItem, { stories, links }: Surroundings) =>
  "story" in item ? stories.some(({ id }) => id === item.story) : links.some(({ id }) => id === item.link)

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
    const found = pictures.find((picture) => picture.named === id)
    return found && { address: largest(found, "jpg"), width: found.width, height: found.height }
  },
  story: (id) => {
    const found = stories.find((story) => story.id === id)
    return found && { address: addressOf(found), headline: found.headline }
  },
})
