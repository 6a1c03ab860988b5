import { answerStory } from "@/lib/feeds/answer-story.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ section: string; slug: string; ending: string }> }

/** Asked for as /{section}/{slug}.{ending}: next.config.ts leads here. */
export async function GET(request: Request, { params }: Context) {
  const { section, slug, ending } = await params
  return answerStory(request, section, slug, ending)
}
