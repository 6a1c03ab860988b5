import { wordsOfBlock } from "../blocks/blocks"
import { markdownOfBody, NOT_SHOWN, type StoredBlock } from "../blocks/stored"
import { momentOf, stampOf } from "../dates"
import { markdownText } from "../markdown"
import { paper } from "../paper"
import { largest } from "../pictures/pictures"
import type { LiveStory, PublicName, RelatedNews } from "../story/live"

/** The story as plain text: the words of its page, in the page's order, a blank line between two parts. */
export const plainStory = (story: LiveStory, origin: string) => {
  const parts = [
    kickerOf(story),
    story.headline,
    story.standfirst,
    ...story.corrections.map(({ note, at }) => `Correction, ${momentOf(at)}\n${note}`),
    lines([bylineOf(story.byline), story.dateline, ...datesOf(story)]),
    ...story.body.map(wordsOf),
    story.topics.length > 0 && `Topics: ${story.topics.map(({ name }) => name).join(", ")}`,
    story.related.length > 0 && lines(["Related news", ...story.related.map((item) => lineOf(item, origin))]),
    footOf(story, origin),
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

/** The story as CommonMark 0.31 with YAML front matter, whose strings are JSON's: every YAML 1.2 reader takes them. */
export const markdownStory = (story: LiveStory, origin: string) => {
  const picture = (id: string) => {
    const found = story.pictures.get(id)
    return found && { address: origin + largest(found, "jpg"), width: found.width, height: found.height }
  }
  const parts = [
    `---\n${frontMatter(story, origin)}\n---`,
    markdownText(kickerOf(story)),
    `# ${markdownText(story.headline.replaceAll("\n", " "))}`,
    markdownText(story.standfirst),
    ...story.corrections.map(({ note, at }) => `**Correction, ${momentOf(at)}**\n\n${markdownText(note)}`),
    markdownText(lines([bylineOf(story.byline), story.dateline, ...datesOf(story)])),
    markdownOfBody(story.body, { origin, picture }),
    story.topics.length > 0 && markdownText(`Topics: ${story.topics.map(({ name }) => name).join(", ")}`),
    story.related.length > 0 &&
      `## Related news\n\n${story.related.map((item) => markdownLine(item, origin)).join("\n")}`,
    markdownText(footOf(story, origin)),
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

const frontMatter = (story: LiveStory, origin: string) =>
  Object.entries({
    title: story.headline,
    standfirst: story.standfirst,
    kicker: story.kicker,
    authors: story.byline.map(({ name }) => name),
    dateline: story.dateline,
    section: story.section.name,
    topics: story.topics.map(({ name }) => name),
    published: stampOf(story.publishedAt),
    updated: stampOf(story.updatedAt ?? story.publishedAt),
    language: story.language,
    url: origin + story.address,
    version: story.version,
    publisher: paper.name,
  })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join("\n")

const lines = (words: readonly string[]) => words.filter(Boolean).join("\n")

const kickerOf = ({ section, kicker }: LiveStory) => [section.name, kicker].filter(Boolean).join(" · ")

/** By Ada Peeters, Ben Claes and Belga: as components/site/byline.tsx shows it. */
export function bylineOf(names: readonly PublicName[]): string {
  const last = names.at(-1)?.name
  if (last === undefined) return ""
  const others = names.slice(0, -1).map(({ name }) => name)
  return `By ${others.length ? `${others.join(", ")} and ` : ""}${last}`
}

const datesOf = ({ publishedAt, updatedAt }: LiveStory) => [
  `Published ${momentOf(publishedAt)}`,
  updatedAt ? `Updated ${momentOf(updatedAt)}` : "",
]

const wordsOf = (block: StoredBlock) =>
  block.kind === "unknown" ? lines([NOT_SHOWN, ...block.words]) : wordsOfBlock(block)

const whereOf = (item: RelatedNews) => (item.kind === "link" ? item.source : item.section.name)

const addressOf = ({ kind, address }: RelatedNews, origin: string) => (kind === "link" ? address : origin + address)

const lineOf = (item: RelatedNews, origin: string) =>
  `- ${[item.headline, whereOf(item), addressOf(item, origin)].filter(Boolean).join(", ")}`

const markdownLine = (item: RelatedNews, origin: string) => {
  const where = whereOf(item)
  const address = addressOf(item, origin).replaceAll("<", "%3C").replaceAll(">", "%3E")
  return `- [${markdownText(item.headline).replaceAll("\\\n", " ")}](<${address}>)${where && `, ${markdownText(where)}`}`
}

const footOf = ({ address, version }: LiveStory, origin: string) =>
  `${paper.name}, version ${version}, ${origin}${address}`
