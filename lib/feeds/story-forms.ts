import { wordsOfBlock } from "../blocks/blocks"
import { markdownOfBody, NOT_SHOWN } from "../blocks/stored"
import { momentOf, stampOf } from "../dates"
import { linkTo, markdownText } from "../markdown"
import { paper } from "../paper"
import { type Correction, correctionLabel, correctionsByKind, type LiveStory, type PublicName } from "../story/live"
import type { RelatedNews } from "../story/related-shown"
import { readKicker } from "../story/work"
import { aroundOf } from "./around"

/** The story as plain text: the words of its page, in the page's order, a blank line between two parts. */
export const plainStory = (story: LiveStory, origin: string) => {
  const { wrong, unclear } = correctionsByKind(story)
  const parts = [
    kickerOf(story),
    story.headline,
    story.standfirst,
    ...wrong.map(plainCorrection),
    lines([bylineOf(story.byline), story.dateline, ...datesOf(story)]),
    plainBody(story, origin),
    ...unclear.map(plainCorrection),
    story.topics.length > 0 && `Topics: ${story.topics.map(({ name }) => name).join(", ")}`,
    story.related.length > 0 && lines(["Related news", ...story.related.map((item) => lineOf(item, origin))]),
    footOf(story, origin),
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

/** The story as CommonMark 0.31 with YAML front matter, whose strings are JSON's: every YAML 1.2 reader takes them. */
export const markdownStory = (story: LiveStory, origin: string) => {
  const { wrong, unclear } = correctionsByKind(story)
  const parts = [
    `---\n${frontMatter(story, origin)}\n---`,
    markdownText(kickerOf(story)),
    `# ${markdownText(story.headline.replaceAll("\n", " "))}`,
    markdownText(story.standfirst),
    ...wrong.map(markdownCorrection),
    markdownText(lines([bylineOf(story.byline), story.dateline, ...datesOf(story)])),
    markdownOfBody(story.body, aroundOf(story, origin)),
    ...unclear.map(markdownCorrection),
    story.topics.length > 0 && markdownText(`Topics: ${story.topics.map(({ name }) => name).join(", ")}`),
    story.related.length > 0 &&
      `## Related news\n\n${story.related.map((item) => markdownLine(item, origin)).join("\n")}`,
    markdownText(footOf(story, origin)),
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

const plainCorrection = ({ note, at, clarifies }: Correction) =>
  `${correctionLabel({ clarifies })}, ${momentOf(at)}\n${note}`
const markdownCorrection = ({ note, at, clarifies }: Correction) =>
  `**${correctionLabel({ clarifies })}, ${momentOf(at)}**\n\n${markdownText(note)}`

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

function kickerOf({ section, kicker }: LiveStory) {
  const { work, about } = readKicker(kicker)
  return [section.name, work, about].filter(Boolean).join(" · ")
}

/** By Ada Peeters, Ben Claes and Belga: as components/site/byline.tsx shows it. */
export function bylineOf(names: readonly PublicName[]): string {
  const last = names.at(-1)?.name ?? "Staff"
  const others = names.slice(0, -1).map(({ name }) => name)
  return `By ${others.length ? `${others.join(", ")} and ` : ""}${last}`
}

const datesOf = ({ publishedAt, updatedAt }: LiveStory) => [
  `Published ${momentOf(publishedAt)}`,
  updatedAt ? `Updated ${momentOf(updatedAt)}` : "",
]

/** Every word of the body, those of the cards of other stories too, a blank line between two blocks. */
export const plainBody = ({ body, cards }: LiveStory, origin: string) =>
  body
    .map((block) => {
      if (block.kind === "unknown") return lines([NOT_SHOWN, ...block.words])
      const card = block.kind === "relatedStory" && cards.get(block.storyId)
      return card ? lines([card.headline, origin + card.address]) : wordsOfBlock(block)
    })
    .filter(Boolean)
    .join("\n\n")

const whereOf = (item: RelatedNews) => (item.kind === "link" ? item.source : item.section.name)

/** An editor's own word for why it stands there, before it as on the page. */
const reasonOf = ({ reason }: RelatedNews) => (reason ? `${reason}: ` : "")

const addressOf = ({ kind, address }: RelatedNews, origin: string) => (kind === "link" ? address : origin + address)

/** What somebody else wrote makes no line of its own, which would look like one of ours. */
const inOneLine = (words: string) => words.replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, " ")

const lineOf = (item: RelatedNews, origin: string) =>
  inOneLine(`- ${reasonOf(item)}${[item.headline, whereOf(item), addressOf(item, origin)].filter(Boolean).join(", ")}`)

const markdownLine = (item: RelatedNews, origin: string) =>
  inOneLine(
    `- ${markdownText(reasonOf(item))}${reasonOf(item) && " "}${[linkTo(addressOf(item, origin), item.headline), markdownText(whereOf(item))].filter(Boolean).join(", ")}`,
  )

const footOf = ({ address, version }: LiveStory, origin: string) =>
  `${paper.name}, version ${version}, ${origin}${address}`
