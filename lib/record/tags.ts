import type { StoryText } from "../story/story"

/**
 * What pages depend on, by name. A page says its tags when it is rendered, an event names those that it touches, and a
 * cache drops every page that carries one of them.
 */
export const TAGS = {
  /** what any publication may change: the front, search, sitemaps, corrections */
  paper: "paper",
  /** how editors arranged the front */
  front: "front",
  /** section, topic and person names, and the menu that every page has */
  names: "names",
  /** a story's own page, and every page that shows or links it */
  story: (id: string) => `story:${id}`,
  section: (slug: string) => `section:${slug}`,
  topic: (slug: string) => `topic:${slug}`,
  person: (id: string) => `person:${id}`,
  package: (slug: string) => `package:${slug}`,
  link: (id: string) => `link:${id}`,
  /** what the paper itself suggests below a story */
  suggestions: (id: string) => `suggestions:${id}`,
  picture: (id: string) => `picture:${id}`,
} as const

type Listed = Pick<StoryText, "section" | "topics" | "byline">
type Shown = Pick<StoryText, "related"> & { id: string; cards?: readonly string[] }

/** What changes for readers when a story comes, changes or goes: its page, and the lists that held or now hold it. */
export function tagsOfChange(id: string, texts: readonly Listed[]): string[] {
  const lists = texts.flatMap(({ section, topics, byline }) => [
    TAGS.section(section),
    ...topics.map(TAGS.topic),
    ...byline.flatMap(({ personId }) => (personId ? [TAGS.person(personId)] : [])),
  ])
  return [...new Set([TAGS.story(id), TAGS.paper, ...lists])]
}

/** What a story's page depends on. A story that it leads to counts before it is public, too: then the page has to be made again. */
export function tagsOfPage({ id, related, cards = [] }: Shown): string[] {
  return [...new Set([TAGS.story(id), ...tagsOfRelated(related), ...cards.map(TAGS.story)])]
}

export const tagsOfRelated = (related: StoryText["related"]): string[] =>
  related.map((item) => ("story" in item ? TAGS.story(item.story) : TAGS.link(item.link)))
