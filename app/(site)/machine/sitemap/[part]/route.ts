import { answerSitemap } from "@/lib/feeds/answer-sitemap.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ part: string }> }

/** Asked for as /sitemap-{part}.xml: next.config.ts leads here. */
export const GET = async (request: Request, { params }: Context) => answerSitemap(request, (await params).part)
