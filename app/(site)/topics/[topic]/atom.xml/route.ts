import { answerFeedOf } from "@/lib/feeds/answer-feed.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ topic: string }> }

export const GET = async (request: Request, { params }: Context) =>
  answerFeedOf(request, "topic", (await params).topic, "atom.xml")
