import "server-only"
import type { Prisma } from "../db.server"
import { env } from "../env.server"
import { escapeText } from "../html"
import { paper } from "../paper"
import { findLastChange, presentPosition } from "../record/last-change.server"
import { TAGS } from "../record/tags"
import { findCorrections } from "../story/listed.server"
import { findList, type ListKind } from "../story/lists.server"
import { type CorrectedStory, correctionLabel } from "../story/live"
import { findLatest } from "../story/live.server"
import { historyAddress } from "../versions/versions"
import { type Entry, entryOf, type Feed } from "./entry"
import { changedBy, keptFor } from "./kept-for"

const LENGTH = 30

/** The newest stories of the whole paper as a feed; `file` is the feed's own name, such as feed.xml. */
export async function findFeed(file: string): Promise<Feed> {
  return feedOf({ title: paper.name, path: "", file, ...(await latestOf(TAGS.paper)) })
}

/** The newest stories of a section, a topic or a person; null where the paper has no such list. */
export async function findFeedOf(kind: ListKind, slug: string, file: string): Promise<Feed | null> {
  const list = await findList(kind, slug)
  if (!list) return null
  const { name, path, tag, holds } = list
  return feedOf({ title: `${name} | ${paper.name}`, path, file, ...(await latestOf(tag, holds)) })
}

/** The newest stories of a list with its own tag, and what else they depend on for their related news. */
async function latestOf(tag: string, holds?: Prisma.Sql) {
  const [position, now] = [await presentPosition(), new Date()]
  const stories = await findLatest(LENGTH, holds)
  const { tags, until } = keptFor(tag, stories, now)
  const changed = changedBy(await findLastChange(tags, position), stories, now)
  return { changed, tags, until, entries: entriesOf(stories) }
}

/** The newest corrections as a feed, each an entry of its own under its story's present headline. */
export async function findCorrectionsFeed(file: string): Promise<Feed> {
  const changed = await findLastChange([TAGS.paper])
  const { corrections } = await findCorrections(1)
  const entries = corrections.map(correctionEntry)
  return feedOf({
    title: `Corrections | ${paper.name}`,
    path: "/corrections",
    tags: [TAGS.paper],
    until: null,
    file,
    changed,
    entries,
  })
}

const entriesOf = (stories: Parameters<typeof entryOf>[0][]) => stories.map((story) => entryOf(story, env.publicOrigin))

const correctionEntry = ({ id, headline, address, section, language, note, at, clarifies }: CorrectedStory): Entry => ({
  id: `urn:uuid:${id}`,
  address: env.publicOrigin + address,
  history: env.publicOrigin + historyAddress(address),
  headline: `${correctionLabel({ clarifies })}: ${headline}`,
  standfirst: note,
  html: `<p>${escapeText(note)}</p>`,
  authors: [],
  section,
  topics: [],
  language,
  publishedAt: at,
  updatedAt: null,
  related: [],
  image: null,
})

type Of = Pick<Feed, "title" | "changed" | "entries" | "tags" | "until"> & { path: string; file: string }

function feedOf({ path, file, ...rest }: Of): Feed {
  const origin = env.publicOrigin
  const page = origin + (path || "/")
  const hub = env.websubHub || null
  return { ...rest, description: `${paper.tagline}.`, origin, page, self: `${origin}${path}/${file}`, hub }
}
