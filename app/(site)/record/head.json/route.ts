import { recordAnswer } from "@/lib/record/answers.server"
import { findHead } from "@/lib/record/proof.server"

export const dynamic = "force-dynamic"

export const GET = async () => recordAnswer(await findHead())
