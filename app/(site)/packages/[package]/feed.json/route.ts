import { answerFeedOf } from "@/lib/feeds/answer-feed.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ package: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerFeedOf(request, "package", (await params).package, "feed.json")
