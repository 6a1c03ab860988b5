import { answerFeedOf } from "@/lib/feeds/answer-feed.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ section: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerFeedOf(request, "section", (await params).section, "feed.xml")
