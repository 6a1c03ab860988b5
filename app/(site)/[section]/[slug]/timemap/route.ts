import { answerTimeMap } from "@/lib/versions/answer-time.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ section: string; slug: string }> }

export async function GET(request: Request, { params }: Context) {
  const { section, slug } = await params
  return answerTimeMap(request, section, slug)
}
