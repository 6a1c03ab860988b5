import "server-only"
import { env } from "../env.server"
import type { ListKind } from "../story/lists.server"
import { answer, notFound } from "./answer.server"
import { atom } from "./atom"
import type { Feed } from "./entry"
import { findCorrectionsFeed, findFeed, findFeedOf } from "./find.server"
import { jsonFeed } from "./json-feed"
import { rss } from "./rss"

const FORMS = {
  "feed.xml": { type: "application/rss+xml; charset=utf-8", write: rss },
  "atom.xml": { type: "application/atom+xml; charset=utf-8", write: atom },
  "feed.json": { type: "application/feed+json; charset=utf-8", write: (feed: Feed) => JSON.stringify(jsonFeed(feed)) },
}
type File = keyof typeof FORMS

/** The whole paper's feed in one of its forms. */
export const answerFeed = async (request: Request, file: File) => say(request, file, await findFeed(file))

/** The feed of a section, a topic or a person. */
export async function answerFeedOf(request: Request, kind: ListKind, slug: string, file: File) {
  const feed = await findFeedOf(kind, slug, file)
  return feed ? say(request, file, feed) : notFound()
}

/** What the paper got wrong, as a feed. */
export const answerCorrections = async (request: Request, file: File) =>
  say(request, file, await findCorrectionsFeed(file))

const say = (request: Request, file: File, feed: Feed) =>
  answer(request, FORMS[file].write(feed), FORMS[file].type, {
    tags: feed.tags,
    changed: feed.changed,
    until: feed.until,
    // WebSub, 4: a subscriber finds the hub and the feed's own address in the headers of the answer.
    ...(feed.hub && { links: [`<${env.websubHub}>; rel="hub"`, `<${feed.self}>; rel="self"`] }),
  })
