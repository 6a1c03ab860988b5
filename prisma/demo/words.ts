import type { Block } from "../../lib/blocks/blocks"
import type { Inline } from "../../lib/blocks/inline"
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
  /** keys of other stories, and pages elsewhere */
  related?: (string | { url: string; headline: string; source: string })[]
  past: Happening[]
}

/** A block without its id; a picture is named by its file. */
export type DemoBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "crosshead"; text: string }
  | { kind: "quote"; text: string; speaker?: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "picture"; file: string; alt: string; caption: string }
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

/** A body as it is stored; the ids are the places of the blocks, so that a picture keeps its id in a second version. */
export function bodyOf(blocks: DemoBlock[], pictureIds: ReadonlyMap<string, string>): Block[] {
  return blocks.map((block, at): Block => {
    const id = `b${at + 1}`
    if (block.kind === "paragraph") return { kind: "paragraph", id, text: inlineOf(block.text) }
    if (block.kind === "crosshead") return { kind: "crosshead", id, text: block.text }
    if (block.kind === "list") return { kind: "list", id, ordered: block.ordered, items: block.items.map(inlineOf) }
    if (block.kind === "divider") return { kind: "divider", id }
    if (block.kind === "quote")
      return { kind: "quote", id, text: inlineOf(block.text), ...(block.speaker && { speaker: block.speaker }) }
    const { file, alt, caption } = block
    return { kind: "picture", id, pictureId: pictureIds.get(file) ?? null, alt, caption, credit: CREDIT }
  })
}

export const CREDIT = "Illustration: The Brabant Courier"
