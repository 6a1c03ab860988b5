import { z } from "zod"
import { storiesOf } from "../blocks/blocks"
import { idsIn } from "../blocks/ids-in"
import { readBody, type StoredBlock } from "../blocks/stored"
import { type PictureSize, pictureSize } from "../pictures/pictures"
import { rightsOf } from "../pictures/rights"
import { TAGS, tagsOfPage } from "../record/tags"
import { inReadersOrder, isShownAt, MOST_RELATED, momentsOf } from "../related/manner"
import { phrasesOf, readReasons } from "../related/reasons"
import { ownLink, withOwnLinks } from "./own-links"
import { addressOf, byline, LANGUAGES, type RelatedItem, relatedItem } from "./story"

export type Name = { slug: string; name: string }

/** A name under a headline; `slug` leads to the person's page, null where the name is nobody's of the paper. */
export type PublicName = { name: string; slug: string | null }

/** A story as lists show it. */
export type ListedStory = {
  id: string
  address: string
  headline: string
  standfirst: string
  kicker: string
  language: string
  section: Name
  byline: PublicName[]
  publishedAt: Date
  /** when the words last changed for readers, minor changes aside: the one source of "Updated" */
  updatedAt: Date | null
  picture: (PictureSize & { alt: string }) | null
}

export type Correction = {
  note: string
  at: Date
  /** nothing was wrong, it could only be misunderstood */
  clarifies: boolean
}

/** What a correction is called. */
export const correctionLabel = ({ clarifies }: Pick<Correction, "clarifies">) =>
  clarifies ? "Clarification" : "Correction"

/** Corrections stand above the text, clarifications below it; each kind newest first. */
export const correctionsByKind = ({ corrections }: { corrections: readonly Correction[] }) => ({
  wrong: corrections.filter(({ clarifies }) => !clarifies),
  unclear: corrections.filter(({ clarifies }) => clarifies),
})

/** A correction as the list of all corrections shows it. */
export type CorrectedStory = Correction & {
  /** of the correction itself */
  id: string
  headline: string
  address: string
  language: string
  /** the section's name */
  section: string
}

/** Another story, as far as a page that leads to it tells of it. */
export type StoryCard = {
  headline: string
  kicker: string
  language: string
  address: string
  section: Name
  publishedAt: Date
}
/** `reason` is the editor's own word for why it stands there, if any; of what the paper suggests, what both have in common, in the story's language. */
export type RelatedNews = { reason?: string; reasonLanguage?: string } & (
  | ({ kind: "story" } & StoryCard)
  | { kind: "link"; headline: string; address: string; source: string }
)

/** A picture as readers have it; `handedOn`: may others have it too (lib/feeds/handed-on.ts), and on which terms, in sentences? */
export type ShownPicture = PictureSize & { handedOn: boolean; terms: readonly string[] }

/** A story as its own page shows it. */
export type LiveStory = Omit<ListedStory, "picture"> & {
  version: number
  /** when this version came */
  madeAt: Date
  /** how many versions of it readers may look up */
  versions: number
  dateline: string
  body: StoredBlock[]
  topics: Name[]
  /** the packages that it is a part of */
  packages: Name[]
  /** newest first */
  corrections: Correction[]
  related: RelatedNews[]
  /** when items of its related news come or go */
  relatedMoments: readonly Date[]
  /** what its page depends on: see lib/record/tags.ts */
  tags: string[]
  pictures: ReadonlyMap<string, ShownPicture>
  /** when the rights of pictures end that it shows */
  picturesUntil: readonly Date[]
  /** the stories that its text shows as cards, by id: those that are public */
  cards: ReadonlyMap<string, StoryCard>
  /** the file of its share picture; empty until it is made */
  sharePicture: string
}

/** A row that is read for a story's page: a version's words, or a draft's for a preview. */
export const wordsRow = z.object({
  id: z.string(),
  version: z.number(),
  headline: z.string(),
  standfirst: z.string(),
  kicker: z.string(),
  dateline: z.string(),
  language: z.string(),
  section: z.string(),
  slug: z.string(),
  byline: byline.catch([]),
  topics: z.array(z.string()),
  body: z.unknown(),
  related: z.array(relatedItem).catch([]),
  publishedAt: z.coerce.date(),
  madeAt: z.coerce.date(),
  updatedAt: z.coerce.date().nullable(),
  sharePicture: z.string().default(""),
  versions: z.number().default(1),
})
export type WordsRow = z.infer<typeof wordsRow>

const name = z.object({ slug: z.string(), name: z.string() })

/** What the pages of stories need besides the stories' own words. */
export const surroundings = z.object({
  sections: z.array(name),
  topics: z.array(name),
  packages: z.array(name.extend({ story: z.string() })),
  people: z.array(z.object({ id: z.string(), slug: z.string() })),
  /** by the id under which stories name them: those that readers may have */
  pictures: z.array(
    pictureSize.extend({
      ...{ named: z.string(), until: z.coerce.date().nullable() },
      ...{ handedOn: z.boolean(), notIn: z.array(z.string()), rights: z.string() },
    }),
  ),
  corrections: z.array(
    z.object({
      story: z.string(),
      number: z.number(),
      note: z.string(),
      clarifies: z.boolean(),
      at: z.coerce.date(),
    }),
  ),
  stories: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      kicker: z.string(),
      language: z.string(),
      section: z.string(),
      slug: z.string(),
      publishedAt: z.coerce.date(),
    }),
  ),
  ownLinks: z.array(ownLink).default([]),
  links: z.array(z.object({ id: z.string(), headline: z.string(), url: z.string(), source: z.string() })),
  /** of stories below which the paper suggests others: how many "Related news" holds at most, by the story's section */
  filledUp: z.array(z.object({ story: z.string(), most: z.number() })),
  /** the best first */
  suggestions: z.array(z.object({ story: z.string(), target: z.string(), reasons: z.unknown() })),
})
export type Surroundings = z.infer<typeof surroundings>

/** As readers have it at this moment. */
export function asRead(row: WordsRow, around: Surroundings, now: Date): LiveStory {
  const { body, tags } = withOwnLinks(readBody(row.body), around.ownLinks)
  const packages = around.packages.filter(({ story }) => story === row.id)
  const own = new Set(idsIn(row.body, "pictureId"))
  const shown = inReadersOrder(row.related).filter((item) => isShownAt(item, now))
  const picks = relatedNews(row, shown, around)
  const suggested = suggestedNews(row, picks, cardsIn(body), around)
  const pictures = around.pictures.filter(({ named }) => own.has(named))
  return {
    id: row.id,
    version: row.version,
    versions: row.versions,
    address: addressOf(row),
    headline: row.headline,
    standfirst: row.standfirst,
    kicker: row.kicker,
    dateline: row.dateline,
    language: row.language,
    section: sectionNamed(row.section, around.sections),
    byline: row.byline.map(({ name, personId }) => ({
      name,
      slug: around.people.find((person) => person.id === personId)?.slug ?? null,
    })),
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    madeAt: row.madeAt,
    body,
    topics: row.topics.flatMap((slug) => around.topics.find((topic) => topic.slug === slug) ?? []),
    packages: packages.map(({ slug, name }) => ({ slug, name })),
    corrections: around.corrections
      .filter(({ story, number }) => story === row.id && number <= row.version)
      .sort((a, b) => b.number - a.number)
      .map(({ note, at, clarifies }) => ({ note, at, clarifies })),
    related: [...picks, ...suggested.map(({ line }) => line)],
    relatedMoments: momentsOf(row.related),
    tags: [
      ...tagsOfPage({ id: row.id, related: shown, cards: cardsIn(body) }),
      ...(around.filledUp.some(({ story }) => story === row.id) ? [TAGS.suggestions(row.id)] : []),
      ...suggested.map(({ target }) => TAGS.story(target)),
      ...tags,
      ...new Set([...idsIn(row.body, "pictureId"), ...pictures.map(({ id }) => id)].map(TAGS.picture)),
      ...packages.map(({ slug }) => TAGS.package(slug)),
    ],
    pictures: new Map(pictures.map((picture) => [picture.named, shownPicture(picture)])),
    picturesUntil: pictures.flatMap(({ until }) => until ?? []),
    cards: new Map(
      cardsIn(body).flatMap((id) => {
        const card = id !== row.id && cardOf(id, around)
        return card ? [[id, card] as const] : []
      }),
    ),
    sharePicture: row.sharePicture,
  }
}

function shownPicture({ named: _, until, notIn, rights, ...picture }: Surroundings["pictures"][number]): ShownPicture {
  const may = { for: "ours" as const, sections: [], until, notIn, note: "" }
  return { ...picture, terms: [rights, ...rightsOf(may, [], new Date(0))].filter(Boolean) }
}

const sectionNamed = (slug: string, sections: readonly Name[]): Name =>
  sections.find((section) => section.slug === slug) ?? { slug, name: slug }

/** The stories that a body shows as cards. */
export const cardsIn = (body: readonly StoredBlock[]) => storiesOf(body.filter((block) => block.kind !== "unknown"))

/** In the editor's order, never the story itself, nothing twice, nothing that is not public. */
function relatedNews(row: WordsRow, shown: readonly RelatedItem[], around: Surroundings): RelatedNews[] {
  const seen = new Set([addressOf(row)])
  const found = shown.flatMap((item): RelatedNews[] => {
    const line = lineOf(item, around)
    if (!line || seen.has(line.address)) return []
    seen.add(line.address)
    return [line]
  })
  return found.slice(0, MOST_RELATED)
}

/** What the paper suggests below the editor's picks, as far as there is room: never what the page leads to already, in its text or by them, nor what an editor hid or put there for a time. */
function suggestedNews(
  row: WordsRow,
  picks: readonly RelatedNews[],
  cards: readonly string[],
  around: Surroundings,
): { target: string; line: RelatedNews }[] {
  const most = around.filledUp.find(({ story }) => story === row.id)?.most ?? 0
  const there = new Set([row.id, ...cards, ...row.related.flatMap((item) => ("story" in item ? item.story : []))])
  const language = LANGUAGES.find((one) => one === row.language) ?? "en"
  const topicOf = (slug: string) => around.topics.find((topic) => topic.slug === slug)?.name ?? slug
  return around.suggestions
    .filter(({ story, target }) => story === row.id && !there.has(target))
    .flatMap(({ target, reasons }) => {
      const card = cardOf(target, around)
      const [reason] = phrasesOf(readReasons(reasons), language, topicOf)
      return card && reason
        ? { target, line: { kind: "story" as const, reason, reasonLanguage: language, ...card } }
        : []
    })
    .slice(0, Math.max(0, Math.min(most, MOST_RELATED) - picks.length))
}

function lineOf(item: RelatedItem, around: Surroundings): RelatedNews | undefined {
  const { reason, headlineForReaders } = item
  const said = { ...(reason !== undefined && { reason }), ...(headlineForReaders && { headline: headlineForReaders }) }
  if ("story" in item) {
    const card = cardOf(item.story, around)
    return card && { kind: "story", ...card, ...said }
  }
  const link = around.links.find(({ id }) => id === item.link)
  return link && { kind: "link", headline: link.headline, address: link.url, source: link.source, ...said }
}

function cardOf(id: string, { stories, sections }: Surroundings): StoryCard | undefined {
  const story = stories.find((other) => other.id === id)
  if (!story) return undefined
  const { headline, kicker, language, publishedAt } = story
  const section = sectionNamed(story.section, sections)
  return { headline, kicker, language, address: addressOf(story), section, publishedAt }
}
