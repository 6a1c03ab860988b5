import { numberIn, recordAnswer } from "@/lib/record/answers.server"
import { findEntry } from "@/lib/record/proof.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ index: string }> }

export async function GET(_request: Request, { params }: Context) {
  const index = numberIn((await params).index)
  return recordAnswer(index === null ? null : await findEntry(index))
}
