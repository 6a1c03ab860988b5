import { htmlOfBody } from "../blocks/stored"
import { escapeText } from "../html"
import { largest } from "../pictures/pictures"
import type { LiveStory } from "../story/live"

/** A story as every feed carries it: whole text, whole addresses. */
export type Entry = {
  address: string
  headline: string
  standfirst: string
  html: string
  authors: string[]
  section: string
  topics: string[]
  language: string
  publishedAt: Date
  updatedAt: Date | null
  image: { address: string; width: number; height: number; credit: string; caption: string } | null
}

/** A feed: what it is of, where it stands, and its entries, newest first. */
export type Feed = {
  title: string
  description: string
  origin: string
  page: string
  self: string
  entries: Entry[]
  tag: string
}

export function entryOf(story: LiveStory, origin: string): Entry {
  const picture = (id: string) => {
    const found = story.pictures.get(id)
    return found && { address: origin + largest(found, "jpg"), width: found.width, height: found.height }
  }
  const card = (id: string) => {
    const found = story.cards.get(id)
    return found && { address: origin + found.address, headline: found.headline }
  }
  return {
    address: origin + story.address,
    headline: story.headline,
    standfirst: story.standfirst,
    html: correctionsOf(story) + htmlOfBody(story.body, { origin, picture, story: card }),
    authors: story.byline.map((one) => one.name),
    section: story.section.name,
    topics: story.topics.map((topic) => topic.name),
    language: story.language,
    publishedAt: story.publishedAt,
    updatedAt: story.updatedAt,
    image: firstImage(story, picture),
  }
}

const correctionsOf = ({ corrections }: LiveStory) =>
  corrections.map(({ note }) => `<p><strong>Correction:</strong> ${escapeText(note)}</p>\n`).join("")

type Find = (id: string) => { address: string; width: number; height: number } | undefined

function firstImage(story: LiveStory, picture: Find): Entry["image"] {
  for (const block of story.body) {
    const found = block.kind === "picture" && block.pictureId && picture(block.pictureId)
    if (found) return { ...found, credit: block.credit, caption: block.caption }
  }
  return null
}
