import { linksIn } from "../blocks/links"
import { readBody, wordsOfStored } from "../blocks/stored"
import { MOST_RELATED } from "../related/manner"
import { phrasesOf, readReasons } from "../related/reasons"
import { stillTrue } from "../related/still-true"
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
/**
 * `package`: of a story, the first of the packages of the one above it that it is in, too. `reason` is the editor's own word for why it stands there;
 * without one, and of what the paper suggests, what both have in common, in the story's language, if anything.
 */
export type RelatedNews = { reason?: string; reasonLanguage?: string; pinned?: true } & (
  | ({ kind: "story"; package?: Name } & StoryCard)
  | { kind: "link"; headline: string; address: string; source: string }
)

/** In the editor's order, never the story itself, nothing twice, also not beside a card in its text, nothing that is not public. */
export function relatedNews(
  row: WordsRow,
  shown: readonly RelatedItem[],
  cards: readonly string[],
  around: Surroundings,
): RelatedNews[] {
  const seen = new Set([addressOf(row), ...cards.flatMap((id) => cardOf(id, around)?.address ?? [])])
  const found = shown.flatMap((item): RelatedNews[] => {
    const line = lineOf(row, item, around)
    if (!line || seen.has(line.address)) return []
    seen.add(line.address)
    return [line]
  })
  return found.slice(0, MOST_RELATED)
}

/** What the paper suggests below the editor's picks, as far as there is room: never what the page shows already, as a card in its text or by them, nor what an editor hid or put there for a time. */
export function suggestedNews(
  row: WordsRow,
  picks: readonly RelatedNews[],
  cards: readonly string[],
  around: Surroundings,
): { target: string; line: RelatedNews }[] {
  const most = around.filledUp.find(({ story }) => story === row.id)?.most ?? 0
  const there = new Set([row.id, ...cards, ...row.related.flatMap((item) => ("story" in item ? item.story : []))])
  return around.suggestions
    .filter(({ story, target, picked }) => story === row.id && !picked && !there.has(target))
    .flatMap((suggestion) => {
      const { target } = suggestion
      const card = cardOf(target, around)
      const why = card && whyOf(row, suggestion, around)
      return why ? { target, line: { kind: "story" as const, ...why, ...card, ...inPackage(row, target, around) } } : []
    })
    .slice(0, Math.max(0, Math.min(most, MOST_RELATED) - picks.length))
}

/** What both have in common, in the words of the story's language, and true of what readers have of both now; undefined: nothing that could be said. */
function whyOf(
  row: WordsRow,
  { target, reasons, stale, picked }: Surroundings["suggestions"][number],
  around: Surroundings,
) {
  const language = LANGUAGES.find((one) => one === row.language) ?? "en"
  const topicOf = (slug: string) => around.topics.find((topic) => topic.slug === slug)?.name ?? slug
  const found = readReasons(reasons)
  const now = stale ? stillTrue(found, presentOf(row, target, stale, around)) : found
  // That one leads to the other is no reason to lead there.
  const [reason] = phrasesOf(picked ? now.filter(({ part }) => part !== "links") : now, language, topicOf)
  return reason ? { reason, reasonLanguage: language } : undefined
}

function presentOf(row: WordsRow, target: string, other: { words: string; topics: string[] }, around: Surroundings) {
  const body = readBody(row.body)
  return {
    own: [row.headline, row.standfirst, row.dateline, wordsOfStored(body)].join("\n"),
    other: other.words,
    topics: row.topics.filter((slug) => other.topics.includes(slug)),
    leads: storiesInText(row, around).includes(target),
    samePackage: !!inPackage(row, target, around).package,
  }
}

/** The stories that its words lead to. */
function storiesInText(row: WordsRow, { ownLinks }: Surroundings): string[] {
  const links = ownLinks.length ? new Set(linksIn(row.body)) : new Set<string>()
  return ownLinks.flatMap(({ link, story }) => (story && links.has(link) ? [story] : []))
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
    const found = around.suggestions.find((one) => one.picked && one.story === row.id && one.target === item.story)
    const why = found && reason === undefined ? whyOf(row, found, around) : undefined
    return card && { kind: "story", ...card, ...inPackage(row, item.story, around), ...why, ...said }
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
