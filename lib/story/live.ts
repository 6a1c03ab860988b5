import { storiesOf } from "../blocks/blocks"
import { idsIn } from "../blocks/ids-in"
import { readBody, type StoredBlock } from "../blocks/stored"
import type { PictureSize } from "../pictures/pictures"
import { rightsOf } from "../pictures/rights"
import { TAGS, tagsOfPage, tagsOfRelated } from "../record/tags"
import { inReadersOrder, isShownAt, momentsOf } from "../related/manner"
import { withOwnLinks } from "./own-links"
import { cardOf, type RelatedNews, relatedNews, type StoryCard, sectionNamed, suggestedNews } from "./related-shown"
import { addressOf } from "./story"
import type { Name, Surroundings, WordsRow } from "./surroundings"

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
  /** what its related news depends on, and what its page does: see lib/record/tags.ts */
  relatedTags: string[]
  tags: string[]
  pictures: ReadonlyMap<string, ShownPicture>
  /** when the rights of pictures end that it shows */
  picturesUntil: readonly Date[]
  /** the stories that its text shows as cards, by id: those that are public */
  cards: ReadonlyMap<string, StoryCard>
  /** the file of its share picture; empty until it is made */
  sharePicture: string
}

/** As readers have it at this moment. */
export function asRead(row: WordsRow, around: Surroundings, now: Date): LiveStory {
  const { body, tags } = withOwnLinks(readBody(row.body), around.ownLinks)
  const packages = around.packages.filter(({ story }) => story === row.id)
  const own = new Set(idsIn(row.body, "pictureId"))
  const shown = inReadersOrder(row.related).filter((item) => isShownAt(item, now))
  const picks = relatedNews(row, shown, cardsIn(body), around)
  const suggested = suggestedNews(row, picks, cardsIn(body), around)
  const relatedTags = [
    ...tagsOfRelated(shown),
    ...(around.filledUp.some(({ story }) => story === row.id) ? [TAGS.suggestions(row.id)] : []),
    ...suggested.map(({ target }) => TAGS.story(target)),
  ]
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
    relatedTags,
    tags: [
      ...new Set([...tagsOfPage({ id: row.id, related: shown, cards: cardsIn(body) }), ...relatedTags]),
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

/** The stories that a body shows as cards. */
export const cardsIn = (body: readonly StoredBlock[]) => storiesOf(body.filter((block) => block.kind !== "unknown"))
