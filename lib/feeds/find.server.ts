import "server-only"
import { env } from "../env.server"
import { paper } from "../paper"
import { TAGS } from "../record/tags"
import { findList, type ListKind } from "../story/lists.server"
import type { LiveStory } from "../story/live"
import { findLatest } from "../story/live.server"
import { entryOf, type Feed } from "./entry"

const LENGTH = 30

/** The newest stories of the whole paper as a feed; `file` is the feed's own name, such as feed.xml. */
export async function findFeed(file: string): Promise<Feed> {
  const stories = await findLatest(LENGTH)
  return feedOf({ title: paper.name, path: "", tag: TAGS.paper }, file, stories)
}

/** The newest stories of a section, a topic or a person; null where the paper has no such list. */
export async function findFeedOf(kind: ListKind, slug: string, file: string): Promise<Feed | null> {
  const list = await findList(kind, slug)
  if (!list) return null
  const { name, path, tag, holds } = list
  return feedOf({ title: `${name} | ${paper.name}`, path, tag }, file, await findLatest(LENGTH, holds))
}

type Of = { title: string; path: string; tag: string }

function feedOf({ title, path, tag }: Of, file: string, stories: LiveStory[]): Feed {
  const origin = env.publicOrigin
  const entries = stories.map((story) => entryOf(story, origin))
  const page = origin + (path || "/")
  return { title, description: `${paper.tagline}.`, origin, page, self: `${origin}${path}/${file}`, entries, tag }
}
