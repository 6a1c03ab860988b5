import { answerSitemapIndex } from "@/lib/feeds/answer-sitemap.server"

export const dynamic = "force-dynamic"

export const GET = (request: Request) => answerSitemapIndex(request)
