import "server-only"
import { env } from "../env.server"
import { paper } from "../paper"
import { findList, type ListKind } from "../story/lists.server"
import { findLatest } from "../story/live.server"
import { entryOf, type Feed } from "./entry"

const LENGTH = 30

/** The newest stories of the whole paper as a feed; `file` is the feed's own name, such as feed.xml. */
export async function findFeed(file: string): Promise<Feed> {
  const stories = await findLatest(LENGTH)
  return feedOf(paper.name, "", file, stories)
}

/** The newest stories of a section, a topic or a person; null where the paper has no such list. */
export async function findFeedOf(kind: ListKind, slug: string, file: string): Promise<Feed | null> {
  const list = await findList(kind, slug)
  return list && feedOf(`${list.name} | ${paper.name}`, list.path, file, await findLatest(LENGTH, list.holds))
}

function feedOf(title: string, path: string, file: string, stories: Awaited<ReturnType<typeof findLatest>>): Feed {
  const origin = env.publicOrigin
  const entries = stories.map((story) => entryOf(story, origin))
  const page = origin + (path || "/")
  return { title, description: `${paper.tagline}.`, origin, page, self: `${origin}${path}/${file}`, entries }
}
