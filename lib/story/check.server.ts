import "server-only"
import type { Transaction } from "../db.server"
import { saidTwice } from "../related/twice"
import type { Fields } from "./bad-input"
import type { RelatedItem, StoryText } from "./story"

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
  if (links.length) complain(await linksThere(tx, links), links, GONE_LINK)
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

/** Which of these outside links there are: none of them is removed before this transaction ends. */
async function linksThere(tx: Transaction, links: readonly { id: string }[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "OutsideLink" WHERE id = ANY(${links.map(({ id }) => id)}::uuid[]) ORDER BY id FOR KEY SHARE`
  return setOfIds(rows)
}

const GONE_LINK = "There is no such link any more: take it out of the list."

/**
 * A list without the outside links that were removed meanwhile, as far as nobody puts them in now: they stood in the list before, or come
 * back with an earlier text.
 */
export async function withoutGoneLinks(
  tx: Transaction,
  { before, after, comesBack }: { before: readonly RelatedItem[]; after: readonly RelatedItem[]; comesBack: boolean },
): Promise<RelatedItem[]> {
  const had = new Set(before.flatMap((item) => ("link" in item ? item.link : [])))
  const links = after.flatMap((item) => ("link" in item && (comesBack || had.has(item.link)) ? { id: item.link } : []))
  const there = links.length ? await linksThere(tx, links) : new Set()
  const gone = new Set(links.map(({ id }) => id).filter((id) => !there.has(id)))
  return after.filter((item) => !("link" in item && gone.has(item.link)))
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
