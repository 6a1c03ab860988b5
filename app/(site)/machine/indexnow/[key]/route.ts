import { answerIndexNowKey } from "@/lib/feeds/answer-sitemap.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ key: string }> }

/** Asked for as /{key}.txt: next.config.ts leads here. */
export const GET = async (request: Request, { params }: Context) => answerIndexNowKey(request, (await params).key)
