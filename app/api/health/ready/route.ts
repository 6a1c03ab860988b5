import { readiness } from "@/lib/health.server"

export const dynamic = "force-dynamic"

/** The process can serve readers and editors: 200, or 503 with the reasons. */
export async function GET() {
  const { ready, checks } = await readiness()
  const headers = { "Cache-Control": "no-store" }
  return Response.json({ status: ready ? "ready" : "not ready", checks }, { status: ready ? 200 : 503, headers })
}
