import { numberIn, recordAnswer } from "@/lib/record/answers.server"
import { findProof } from "@/lib/record/proof.server"
import { findLive } from "@/lib/story/live.server"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ section: string; slug: string; number: string }> }

/** What somebody needs to check a version of a live story against the record; 410 once it is withdrawn. */
export async function GET(_request: Request, { params }: Context) {
  const { section, slug, number } = await params
  const version = numberIn(number)
  const proof = version === null ? null : await findProof(section, slug, version)
  return recordAnswer(proof, proof === null && "withdrawn" in (await findLive(section, slug)))
}
