import { answerNewsSitemap } from "@/lib/feeds/answer-sitemap.server"

export const dynamic = "force-dynamic"

export const GET = (request: Request) => answerNewsSitemap(request, new Date())
