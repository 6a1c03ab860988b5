import { env } from "@/lib/env.server"
import { answer } from "@/lib/feeds/answer.server"
import { NEWS_LIMIT, newsSince, newsSitemap } from "@/lib/feeds/sitemap"
import { TAGS } from "@/lib/record/tags"
import { findPlaces } from "@/lib/story/listed.server"

export const dynamic = "force-dynamic"

export async function GET(request: Request) {
  const places = await findPlaces(NEWS_LIMIT, newsSince(new Date()))
  return answer(request, newsSitemap(env.publicOrigin, places), "application/xml; charset=utf-8", {
    tags: [TAGS.paper],
  })
}
