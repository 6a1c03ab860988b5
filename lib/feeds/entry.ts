import { isSafeAddress } from "../address"
import { htmlOfBody } from "../blocks/stored"
import { escapeText } from "../html"
import { type Correction, correctionLabel, correctionsByKind, type LiveStory } from "../story/live"
import { historyAddress } from "../versions/versions"
import { aroundOf } from "./around"

/** A story as every feed carries it: whole text, whole addresses. */
export type Entry = {
  /** the same for as long as the story lives, wherever it moves (RFC 4287, 4.2.6) */
  id: string
  address: string
  /** what changed since, where there is more than one version (RFC 5829); else null */
  history: string | null
  headline: string
  standfirst: string
  html: string
  authors: { name: string; page: string | null }[]
  section: string
  topics: string[]
  language: string
  publishedAt: Date
  updatedAt: Date | null
  /** as its page shows them, at most five */
  related: { address: string; title: string; reason?: string }[]
  image: { address: string; width: number; height: number; credit: string; caption: string } | null
}

/** A feed: what it is of, where it stands, when it last changed, and its entries, newest first. */
export type Feed = {
  title: string
  description: string
  origin: string
  page: string
  self: string
  /** who tells subscribers of news (WebSub), where the paper has one */
  hub: string | null
  changed: Date | null
  entries: Entry[]
  /** what it depends on (lib/record/tags.ts), and when it changes by itself */
  tags: string[]
  until: Date | null
}

export function entryOf(story: LiveStory, origin: string): Entry {
  const around = aroundOf(story, origin)
  const { wrong, unclear } = correctionsByKind(story)
  return {
    id: `urn:uuid:${story.id}`,
    address: origin + story.address,
    history: story.version > 1 ? origin + historyAddress(story.address) : null,
    headline: story.headline,
    standfirst: story.standfirst,
    html: correctionsOf(wrong) + htmlOfBody(story.body, around) + correctionsOf(unclear),
    authors: story.byline.map(({ name, slug }) => ({ name, page: slug && `${origin}/by/${slug}` })),
    section: story.section.name,
    topics: story.topics.map((topic) => topic.name),
    language: story.language,
    publishedAt: story.publishedAt,
    updatedAt: story.updatedAt,
    related: relatedOf(story, origin),
    image: firstImage(story, around.picture),
  }
}

const relatedOf = ({ related }: LiveStory, origin: string): Entry["related"] =>
  related
    .filter(({ address }) => isSafeAddress(address))
    .map((item) => ({
      address: item.kind === "link" ? item.address : origin + item.address,
      title: item.headline,
      ...(item.reason && { reason: item.reason }),
    }))

const correctionsOf = (corrections: readonly Correction[]) =>
  corrections
    .map((correction) => `<p><strong>${correctionLabel(correction)}:</strong> ${escapeText(correction.note)}</p>\n`)
    .join("")

type Find = (id: string) => { address: string; width: number; height: number } | undefined

function firstImage(story: LiveStory, picture: Find): Entry["image"] {
  for (const block of story.body) {
    const found = block.kind === "picture" && block.pictureId && picture(block.pictureId)
    if (found) return { ...found, credit: block.credit, caption: block.caption }
  }
  return null
}
