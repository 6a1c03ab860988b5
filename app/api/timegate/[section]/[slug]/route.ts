import { answerTimeGate } from "@/lib/versions/answer-time.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ section: string; slug: string }> }

/** For everybody: readers' programs ask it as /api/timegate/{section}/{slug}. */
export async function GET(request: Request, { params }: Context) {
  const { section, slug } = await params
  return answerTimeGate(request, section, slug)
}
