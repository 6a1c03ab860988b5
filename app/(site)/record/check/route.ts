import { checkPage } from "@/lib/record/checker.server"

export const dynamic = "force-dynamic"

/** Where a reader's browser checks a story. */
export async function GET() {
  const { html, headers } = await checkPage()
  return new Response(html, { headers })
}
