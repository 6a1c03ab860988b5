import { numberIn, recordAnswer } from "@/lib/record/answers.server"
import { findConsistency } from "@/lib/record/proof.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ older: string; size: string }> }

/** What shows that the record with so many entries began as that with fewer. Both are sizes of heads. */
export async function GET(_request: Request, { params }: Context) {
  const asked = await params
  const [older, size] = [numberIn(asked.older), numberIn(asked.size)]
  return recordAnswer(older === null || size === null || older > size ? null : await findConsistency(older, size))
}
