import { env } from "@/lib/env.server"
import { answer } from "@/lib/feeds/answer.server"
import { SITEMAP_LIMIT, sitemap } from "@/lib/feeds/sitemap"
import { TAGS } from "@/lib/record/tags"
import { findPlaces, findSectionNames } from "@/lib/story/listed.server"

export const dynamic = "force-dynamic"

export async function GET(request: Request) {
  const [places, sections] = await Promise.all([findPlaces(SITEMAP_LIMIT), findSectionNames()])
  const pages = ["/", ...sections.map(({ slug }) => `/${slug}`), "/corrections"]
  return answer(request, sitemap(env.publicOrigin, places, pages), "application/xml; charset=utf-8", {
    tags: [TAGS.paper],
  })
}
