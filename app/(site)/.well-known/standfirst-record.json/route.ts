import { recordAnswer } from "@/lib/record/answers.server"
import { FORM } from "@/lib/record/entry"
import { findHead, findKeys } from "@/lib/record/proof.server"

export const dynamic = "force-dynamic"

/** The keys that heads of the record are or were signed with, and the newest head. */
export async function GET() {
  const [keys, head] = await Promise.all([findKeys(), findHead()])
  return recordAnswer({ form: FORM, keys, head })
}
