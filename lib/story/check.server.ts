import "server-only"
import type { Transaction } from "../db.server"
import { saidTwice } from "../related/twice"
import type { Fields } from "./bad-input"
import type { StoryText } from "./story"

/** Does everything exist that these changes point to? Otherwise a sentence for each path. */
export async function missing(tx: Transaction, changes: Partial<StoryText>, storyId: string | null): Promise<Fields> {
  const fields: Fields = saidTwice("related", changes.related)
  const complain = (there: Set<string>, wanted: Wanted[], sentence: string) => {
    for (const { path, id } of wanted) if (!there.has(id)) fields[path] = sentence
  }
  const people = wantedOf(changes.byline, "byline", (part) => part.personId, "personId")
  const cards = wantedOf(changes.body, "body", (block) => ("storyId" in block ? block.storyId : undefined), "storyId")
  const stories = wantedOf(changes.related, "related", (item) => ("story" in item ? item.story : undefined), "story")
  const links = wantedOf(changes.related, "related", (item) => ("link" in item ? item.link : undefined), "link")
  const pictures = wantedOf(
    changes.body,
    "body",
    (block) => ("pictureId" in block ? block.pictureId : undefined),
    "pictureId",
  )
  const topics = wantedOf(changes.topics, "topics", (topic) => topic)
  const sections = changes.section === undefined ? [] : [{ path: "section", id: changes.section }]

  const ids = (wanted: Wanted[]) => ({ where: { id: { in: wanted.map(({ id }) => id) } }, select: { id: true } })
  const slugs = (wanted: Wanted[]) => ({ where: { slug: { in: wanted.map(({ id }) => id) } }, select: { slug: true } })
  if (sections.length)
    complain(setOfSlugs(await tx.section.findMany(slugs(sections))), sections, "There is no such section.")
  if (topics.length) complain(setOfSlugs(await tx.topic.findMany(slugs(topics))), topics, "There is no such topic.")
  if (people.length) complain(setOfIds(await tx.person.findMany(ids(people))), people, "There is nobody with this id.")
  if (links.length) complain(setOfIds(await tx.outsideLink.findMany(ids(links))), links, "There is no such link.")
  if (pictures.length)
    complain(setOfIds(await tx.picture.findMany(ids(pictures))), pictures, "There is no such picture: upload it first.")
  if (cards.length) {
    complain(setOfIds(await tx.story.findMany(ids(cards))), cards, "There is no such story.")
    for (const { path, id } of cards) if (id === storyId) fields[path] = "A story holds no card of itself."
  }
  if (stories.length) {
    complain(setOfIds(await tx.story.findMany(ids(stories))), stories, "There is no such story.")
    for (const { path, id } of stories) if (id === storyId) fields[path] = "A story is not related news to itself."
  }
  return fields
}

type Wanted = { path: string; id: string }

function wantedOf<T>(
  items: readonly T[] | undefined,
  field: string,
  idOf: (item: T) => string | null | undefined,
  key?: string,
): Wanted[] {
  return (items ?? []).flatMap((item, index) => {
    const id = idOf(item)
    return id ? [{ path: key ? `${field}.${index}.${key}` : `${field}.${index}`, id }] : []
  })
}

const setOfIds = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id))
const setOfSlugs = (rows: { slug: string }[]) => new Set(rows.map(({ slug }) => slug))
