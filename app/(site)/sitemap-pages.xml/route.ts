import { answerPagesSitemap } from "@/lib/feeds/answer-sitemap.server"

export const dynamic = "force-dynamic"

export const GET = (request: Request) => answerPagesSitemap(request)
