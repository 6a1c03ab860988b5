import "server-only"
import { env } from "../env.server"
import { findLastChange } from "../record/last-change.server"
import { TAGS } from "../record/tags"
import { findListPages, findNews, findPlacesOf, findSitemaps } from "../story/places.server"
import { answer, notFound } from "./answer.server"
import { newsSitemap, pagesSitemap, sitemapIndex, storiesSitemap } from "./sitemap"

const XML = "application/xml; charset=utf-8"
const tags = [TAGS.paper]

/** /sitemap.xml: which sitemaps there are. */
export async function answerSitemapIndex(request: Request): Promise<Response> {
  const changed = await findLastChange(tags)
  const stories = (await findSitemaps()).map((part) => ({ ...part, name: `sitemap-${part.name}.xml` }))
  // When the pages' own sitemap last changed nobody knows: it has no lastmod.
  const files = [{ name: "sitemap-pages.xml" }, ...stories]
  return answer(request, sitemapIndex(env.publicOrigin, files), XML, { tags, changed })
}

/** /sitemap-{yyyy}-{mm}.xml, and /sitemap-{yyyy}-{mm}-{dd}.xml where a month holds too much for one. */
export async function answerSitemap(request: Request, name: string): Promise<Response> {
  const changed = await findLastChange(tags)
  const places = await findPlacesOf(name)
  return places ? answer(request, storiesSitemap(env.publicOrigin, places), XML, { tags, changed }) : notFound()
}

/** /sitemap-pages.xml: the front, every list that has something to read, corrections, the archive. */
export async function answerPagesSitemap(request: Request): Promise<Response> {
  const changed = await findLastChange(tags)
  const pages = ["/", ...(await findListPages()), "/corrections", "/archive", "/about/bylines", "/about/security"]
  return answer(request, pagesSitemap(env.publicOrigin, pages), XML, { tags, changed })
}

/** /news-sitemap.xml: it changes with every publication, and when its oldest story is two days old. */
export async function answerNewsSitemap(request: Request, now: Date): Promise<Response> {
  const published = await findLastChange(tags)
  const { places, until, lastGone } = await findNews(now)
  const changed = lastGone && (!published || lastGone > published) ? lastGone : published
  return answer(request, newsSitemap(env.publicOrigin, places), XML, { tags, changed, until })
}

/** /{key}.txt proves that a ping with this key is ours (indexnow.org); any other name is nobody's. */
export const answerIndexNowKey = (request: Request, key: string): Response =>
  key !== "" && key === env.indexNowKey ? answer(request, key, "text/plain; charset=utf-8", { tags: [] }) : notFound()
