import { numberIn, recordAnswer } from "@/lib/record/answers.server"
import { findHeads } from "@/lib/record/proof.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ after: string }> }

/** Heads after a size, in order, a thousand at most: for whoever keeps them. */
export async function GET(_request: Request, { params }: Context) {
  const after = numberIn((await params).after)
  return recordAnswer(after === null ? null : { heads: await findHeads(after) })
}
