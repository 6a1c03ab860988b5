import { answerFeed } from "@/lib/feeds/answer-feed.server"

export const dynamic = "force-dynamic"

export const GET = (request: Request) => answerFeed(request, "feed.json")
