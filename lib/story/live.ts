import { z } from "zod"
import { readBody, type StoredBlock } from "../blocks/stored"
import type { PictureSize } from "../pictures/pictures"
import { tagsOfPage } from "../record/tags"
import { addressOf, byline, relatedItem } from "./story"

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
  /** when the live version came, where it is not the first: the one source of "Updated" */
  updatedAt: Date | null
  picture: (PictureSize & { alt: string }) | null
}

export type Correction = { note: string; at: Date }

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

export type RelatedNews =
  | { kind: "story"; headline: string; kicker: string; address: string; section: Name; publishedAt: Date }
  | { kind: "link"; headline: string; address: string; source: string }

/** A story as its own page shows it. */
export type LiveStory = Omit<ListedStory, "picture"> & {
  version: number
  dateline: string
  body: StoredBlock[]
  topics: Name[]
  /** newest first */
  corrections: Correction[]
  related: RelatedNews[]
  /** what its page depends on: see lib/record/tags.ts */
  tags: string[]
  pictures: ReadonlyMap<string, PictureSize>
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
})
export type WordsRow = z.infer<typeof wordsRow>

const name = z.object({ slug: z.string(), name: z.string() })
const picture = z.object({ id: z.string(), width: z.number(), height: z.number(), widths: z.array(z.number()) })

/** What the pages of stories need besides the stories' own words. */
export const surroundings = z.object({
  sections: z.array(name),
  topics: z.array(name),
  people: z.array(z.object({ id: z.string(), slug: z.string() })),
  pictures: z.array(picture),
  corrections: z.array(z.object({ story: z.string(), number: z.number(), note: z.string(), at: z.coerce.date() })),
  stories: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      kicker: z.string(),
      section: z.string(),
      slug: z.string(),
      publishedAt: z.coerce.date(),
    }),
  ),
  links: z.array(z.object({ id: z.string(), headline: z.string(), url: z.string(), source: z.string() })),
})
export type Surroundings = z.infer<typeof surroundings>

export function asRead(row: WordsRow, around: Surroundings): LiveStory {
  return {
    id: row.id,
    version: row.version,
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
    updatedAt: row.version > 1 ? row.madeAt : null,
    body: readBody(row.body),
    topics: row.topics.flatMap((slug) => around.topics.find((topic) => topic.slug === slug) ?? []),
    corrections: around.corrections
      .filter(({ story, number }) => story === row.id && number <= row.version)
      .sort((a, b) => b.number - a.number)
      .map(({ note, at }) => ({ note, at })),
    related: relatedNews(row, around),
    tags: tagsOfPage(row),
    pictures: new Map(around.pictures.map((picture) => [picture.id, picture])),
  }
}

const sectionNamed = (slug: string, sections: readonly Name[]): Name =>
  sections.find((section) => section.slug === slug) ?? { slug, name: slug }

const MOST_RELATED = 5

/** In the editor's order, never the story itself, nothing twice, nothing that is not public. */
function relatedNews(row: WordsRow, around: Surroundings): RelatedNews[] {
  const seen = new Set([addressOf(row)])
  const found = row.related.flatMap((item): RelatedNews[] => {
    const line = "story" in item ? storyLine(item.story, around) : linkLine(item.link, around)
    if (!line || seen.has(line.address)) return []
    seen.add(line.address)
    return [line]
  })
  return found.slice(0, MOST_RELATED)
}

function storyLine(id: string, { stories, sections }: Surroundings): RelatedNews | undefined {
  const story = stories.find((other) => other.id === id)
  if (!story) return undefined
  const { headline, kicker, publishedAt } = story
  const section = sectionNamed(story.section, sections)
  return { kind: "story", headline, kicker, address: addressOf(story), section, publishedAt }
}

function linkLine(id: string, { links }: Surroundings): RelatedNews | undefined {
  const link = links.find((other) => other.id === id)
  return link && { kind: "link", headline: link.headline, address: link.url, source: link.source }
}
