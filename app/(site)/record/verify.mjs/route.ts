import { verifierText } from "@/lib/record/checker.server"

export const dynamic = "force-dynamic"

/** The verifier as one file, to be kept and run without a network. */
export const GET = async () =>
  new Response(await verifierText(), { headers: { "content-type": "text/javascript; charset=utf-8" } })
