import { htmlOfBody, wordsOfStored } from "../blocks/stored"
import { stampOf } from "../dates"
import { FORMATS, type Format, pictureAddress } from "../pictures/pictures"
import type { LiveStory } from "../story/live"
import { readKicker } from "../story/work"
import { aroundOf } from "./around"
import { handedOn } from "./handed-on"
import { bylineOf, plainBody } from "./story-forms"

const standard = (version: "2.2" | "3.1") => ({
  name: "ninjs",
  version,
  schema: `https://iptc.org/std/ninjs/ninjs-schema_${version}.json`,
})

/** The story as IPTC's ninjs 3.1: the words of its page, and its pictures and related news as associations. */
export function ninjs(story: LiveStory, origin: string) {
  const { publishedAt, madeAt, dateline } = story
  const { work, about } = readKicker(story.kicker)
  const associations = [...picturesOf(story, origin), ...relatedOf(story, origin)]
  return {
    standard: standard("3.1"),
    uri: `urn:uuid:${story.id}`,
    type: "text",
    representationType: "full",
    version: String(story.version),
    firstCreated: stampOf(publishedAt),
    versionCreated: stampOf(madeAt),
    pubStatus: "usable",
    language: story.language,
    genres: [{ name: work }],
    headlines: [
      { role: "main", contentType: "text/plain", value: story.headline },
      ...(about ? [{ role: "kicker", contentType: "text/plain", value: about }] : []),
    ],
    descriptions: descriptionsOf(story),
    by: bylineOf(story.byline),
    ...(story.byline.length > 0 && { people: peopleOf(story, origin) }),
    ...(dateline && { located: dateline }),
    bodies: bodiesOf(story, origin),
    subjects: subjectsOf(story, origin),
    ...(associations.length > 0 && { associations }),
    renditions: [{ name: "page", href: origin + story.address, contentType: "text/html" }],
    altIds: [{ role: "address", value: origin + story.address }],
  }
}

/** What is left of a story that was withdrawn: its name, that it is no more, and the notice. */
export const withdrawnNinjs = (id: string, { notice, at }: { notice: string; at: Date }) => ({
  standard: standard("3.1"),
  uri: `urn:uuid:${id}`,
  versionCreated: stampOf(at),
  pubStatus: "canceled",
  edNote: notice,
})

/** The same in ninjs 2.2, which has every name of it in lower case. */
export const asNinjs2 = (story: object) => ({ ...(lowerNames(story) as object), standard: standard("2.2") })

function lowerNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerNames)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), lowerNames(part)]))
}

const descriptionsOf = ({ standfirst, corrections }: LiveStory) => [
  ...(standfirst ? [{ role: "standfirst", contentType: "text/plain", value: standfirst }] : []),
  ...corrections.map(({ note, clarifies }) => ({
    role: clarifies ? "clarification" : "correction",
    contentType: "text/plain",
    value: note,
  })),
]

const peopleOf = ({ byline }: LiveStory, origin: string) =>
  byline.map(({ name, slug }) => ({ name, rel: "author", ...(slug && { uri: `${origin}/by/${slug}` }) }))

function bodiesOf(story: LiveStory, origin: string) {
  const { body } = story
  const wordCount = wordsOfStored(body).match(/\S+/g)?.length ?? 0
  const html = htmlOfBody(body, aroundOf(story, origin))
  const words = plainBody(story, origin)
  return [
    { role: "main", contentType: "text/html", wordCount, charCount: html.length, value: html },
    { role: "main", contentType: "text/plain", wordCount, charCount: words.length, value: words },
  ]
}

const subjectsOf = ({ section, topics }: LiveStory, origin: string) => [
  { name: section.name, rel: "section", uri: `${origin}/${section.slug}` },
  ...topics.map(({ name, slug }) => ({ name, rel: "about", uri: `${origin}/topics/${slug}` })),
]

function picturesOf(story: LiveStory, origin: string) {
  const pictures = handedOn(story)
  const shown = story.body.flatMap((block) => {
    const picture = block.kind === "picture" && block.pictureId && pictures.get(block.pictureId)
    return picture ? [{ block, picture }] : []
  })
  return shown.map(
    ({ block: { caption, credit, alt }, picture: { id, width, height, widths, avif, terms } }, index) => ({
      name: `picture-${index + 1}`,
      uri: `urn:uuid:${id}`,
      type: "picture",
      ...(alt && { title: alt }),
      ...(caption && { descriptions: [{ role: "caption", contentType: "text/plain", value: caption }] }),
      ...(credit && { by: credit }),
      ...(terms.length > 0 && { usageTerms: terms.join(" ") }),
      renditions: widths.flatMap((wide) =>
        formatsOf(avif).map((format) => ({
          name: `${format}-${wide}`,
          href: origin + pictureAddress(id, wide, format),
          contentType: FORMATS[format],
          width: wide,
          height: Math.round((height * wide) / width),
        })),
      ),
    }),
  )
}

/** AVIF files come later than the others, and some never. */
const formatsOf = (avif: boolean) => (Object.keys(FORMATS) as Format[]).filter((format) => format !== "avif" || avif)

const relatedOf = ({ related }: LiveStory, origin: string) =>
  related.map((item, index) => ({
    name: `related-${index + 1}`,
    uri: item.kind === "link" ? item.address : origin + item.address,
    type: "text",
    headlines: [{ value: item.headline }],
  }))
