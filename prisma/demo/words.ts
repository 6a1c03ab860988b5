import type { Block } from "../../lib/blocks/blocks"
import type { InnerBlock } from "../../lib/blocks/fact-box"
import type { Inline } from "../../lib/blocks/inline"
import { readEmbedAddress } from "../../lib/blocks/providers"
import type { Act } from "../../lib/story/acts"

export type Writer = "ada" | "ben" | "cleo" | "dirk"

/** Something that happened to a story, so many hours before the paper is filled (a minus: what is planned for later). */
export type Happening = {
  hoursAgo: number
  act: Act
  by: Writer
  note?: string
  /** for a schedule: in how many hours the story is due */
  dueIn?: number
  /** what was written before this act */
  rewritten?: Partial<Pick<DemoStory, "headline" | "standfirst" | "body">>
}

export type DemoStory = {
  key: string
  byline: (Writer | { name: string })[]
  section: string
  kicker: string
  dateline?: string
  headline: string
  standfirst: string
  topics?: string[]
  body: DemoBlock[]
  /** keys of other stories, and pages elsewhere, with the reason where there is one to tell */
  related?: (
    | string
    | { story: string; reason: string }
    | { url: string; headline: string; source: string; reason?: string }
  )[]
  past: Happening[]
}

/** A block without its id; a picture is named by its file. */
export type DemoBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "crosshead"; text: string }
  | { kind: "quote"; text: string; speaker?: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "picture"; file: string; alt: string; caption: string }
  | { kind: "pullQuote"; quote: string; speaker: string }
  | { kind: "embed"; address: string; title: string }
  | { kind: "table"; caption: string; head: string[]; rows: string[][] }
  | { kind: "factBox"; heading: string; body: DemoBlock[] }
  | { kind: "relatedStory"; key: string }
  | { kind: "divider" }

export const p = (text: string): DemoBlock => ({ kind: "paragraph", text })
export const h = (text: string): DemoBlock => ({ kind: "crosshead", text })
export const quote = (text: string, speaker?: string): DemoBlock => ({
  kind: "quote",
  text,
  ...(speaker && { speaker }),
})
export const list = (...items: string[]): DemoBlock => ({ kind: "list", ordered: false, items })
export const steps = (...items: string[]): DemoBlock => ({ kind: "list", ordered: true, items })
export const pull = (words: string, speaker: string): DemoBlock => ({ kind: "pullQuote", quote: words, speaker })
export const embed = (address: string, title: string): DemoBlock => ({ kind: "embed", address, title })
export const table = (caption: string, head: string[], ...rows: string[][]): DemoBlock => ({
  kind: "table",
  caption,
  head,
  rows,
})
export const box = (heading: string, ...body: DemoBlock[]): DemoBlock => ({ kind: "factBox", heading, body })
/** Another story of the demo paper, as a card. */
export const card = (key: string): DemoBlock => ({ kind: "relatedStory", key })
export const divider: DemoBlock = { kind: "divider" }
export const picture = (file: string, alt: string, caption: string): DemoBlock => ({
  kind: "picture",
  file,
  alt,
  caption,
})

/** Words with _italics_, **bold** and [links](https://example.org) as they are kept in a block. */
export function inlineOf(text: string): Inline[] {
  const parts = text.split(/(\*\*[^*]+\*\*|_[^_]+_|\[[^\]]+\]\([^)]+\))/).filter(Boolean)
  return parts.map((part) => {
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
    if (link) return { text: link[1] ?? "", link: link[2] ?? "" }
    if (part.startsWith("**")) return { text: part.slice(2, -2), bold: true }
    return /^_.+_$/.test(part) ? { text: part.slice(1, -1), italic: true } : { text: part }
  })
}

type Ids = ReadonlyMap<string, string>

/**
 * A body as it is stored; the ids are the places of the blocks, so that a picture keeps its id in a second version. A card of
 * a story that is not there yet is left out.
 */
export const bodyOf = (blocks: DemoBlock[], pictures: Ids, stories: Ids = new Map()): Block[] =>
  blocks.flatMap((block, at) => blockOf(block, `b${at + 1}`, pictures, stories) ?? [])

function blockOf(block: DemoBlock, id: string, pictures: Ids, stories: Ids): Block | null {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", id, text: inlineOf(block.text) }
    case "quote":
      return { kind: "quote", id, text: inlineOf(block.text), ...(block.speaker && { speaker: block.speaker }) }
    case "list":
      return { kind: "list", id, ordered: block.ordered, items: block.items.map(inlineOf) }
    case "picture": {
      const { file, alt, caption } = block
      return { kind: "picture", id, pictureId: pictures.get(file) ?? null, alt, caption, credit: CREDIT }
    }
    case "embed": {
      const read = readEmbedAddress(block.address)
      return read ? { kind: "embed", id, ...read, title: block.title } : null
    }
    case "factBox": {
      const body = block.body.flatMap((part, at) => blockOf(part, `${id}-${at + 1}`, pictures, stories) ?? [])
      return { kind: "factBox", id, heading: block.heading, body: body as InnerBlock[] }
    }
    case "relatedStory": {
      const storyId = stories.get(block.key)
      return storyId ? { kind: "relatedStory", id, storyId } : null
    }
    default:
      return { ...block, id }
  }
}

export const CREDIT = "Illustration: The Brabant Courier"
