import { answerCorrections } from "@/lib/feeds/answer-feed.server"

export const dynamic = "force-dynamic"

export const GET = (request: Request) => answerCorrections(request, "feed.xml")
