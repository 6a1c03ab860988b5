import { answerFeedOf } from "@/lib/feeds/answer-feed.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ person: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerFeedOf(request, "person", (await params).person, "feed.json")
