import { MOST_RELATED } from "../related/manner"
import { phrasesOf, readReasons } from "../related/reasons"
import { isVisible } from "../text"
import { addressOf, LANGUAGES, type RelatedItem } from "./story"
import type { Name, Surroundings, WordsRow } from "./surroundings"

/** Another story, as far as a page that leads to it tells of it. */
export type StoryCard = {
  headline: string
  kicker: string
  language: string
  address: string
  section: Name
  publishedAt: Date
}
/** `package`: of a story, the first of the packages of the one above it that it is in, too. `reason` is the editor's own word for why it stands there, if any; of what the paper suggests, what both have in common, in the story's language. */
export type RelatedNews = { reason?: string; reasonLanguage?: string; pinned?: true } & (
  | ({ kind: "story"; package?: Name } & StoryCard)
  | { kind: "link"; headline: string; address: string; source: string }
)

/** In the editor's order, never the story itself, nothing twice, nothing that is not public. */
export function relatedNews(row: WordsRow, shown: readonly RelatedItem[], around: Surroundings): RelatedNews[] {
  const seen = new Set([addressOf(row)])
  const found = shown.flatMap((item): RelatedNews[] => {
    const line = lineOf(row, item, around)
    if (!line || seen.has(line.address)) return []
    seen.add(line.address)
    return [line]
  })
  return found.slice(0, MOST_RELATED)
}

/** What the paper suggests below the editor's picks, as far as there is room: never what the page leads to already, in its text or by them, nor what an editor hid or put there for a time. */
export function suggestedNews(
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
        ? {
            target,
            line: {
              kind: "story" as const,
              reason,
              reasonLanguage: language,
              ...card,
              ...inPackage(row, target, around),
            },
          }
        : []
    })
    .slice(0, Math.max(0, Math.min(most, MOST_RELATED) - picks.length))
}

function lineOf(row: WordsRow, item: RelatedItem, around: Surroundings): RelatedNews | undefined {
  const { reason, headlineForReaders, pinned } = item
  const said = {
    ...(reason !== undefined && { reason }),
    ...(headlineForReaders && isVisible(headlineForReaders) && { headline: headlineForReaders }),
    ...(pinned && { pinned }),
  }
  if ("story" in item) {
    const card = cardOf(item.story, around)
    return card && { kind: "story", ...card, ...inPackage(row, item.story, around), ...said }
  }
  const link = around.links.find(({ id }) => id === item.link)
  return link && { kind: "link", headline: link.headline, address: link.url, source: link.source, ...said }
}

/** The first package, by name, that a story shares with the one that leads to it. */
function inPackage(row: WordsRow, target: string, { packages, together }: Surroundings): { package?: Name } {
  const shared = packages.find(
    ({ story, slug }) => story === row.id && together.some((one) => one.story === target && one.slug === slug),
  )
  return shared ? { package: { slug: shared.slug, name: shared.name } } : {}
}

export function cardOf(id: string, { stories, sections }: Surroundings): StoryCard | undefined {
  const story = stories.find((other) => other.id === id)
  if (!story) return undefined
  const { headline, kicker, language, publishedAt } = story
  const section = sectionNamed(story.section, sections)
  return { headline, kicker, language, address: addressOf(story), section, publishedAt }
}

export const sectionNamed = (slug: string, sections: readonly Name[]): Name =>
  sections.find((section) => section.slug === slug) ?? { slug, name: slug }
