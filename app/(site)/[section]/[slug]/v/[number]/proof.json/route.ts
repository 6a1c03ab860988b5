import { numberIn, recordAnswer } from "@/lib/record/answers.server"
import { findProof } from "@/lib/record/proof.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ section: string; slug: string; number: string }> }

/** What somebody needs to check a version of a live story against the record. */
export async function GET(_request: Request, { params }: Context) {
  const { section, slug, number } = await params
  const version = numberIn(number)
  return recordAnswer(version === null ? null : await findProof(section, slug, version))
}
