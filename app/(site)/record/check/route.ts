import { checkPage } from "@/lib/record/checker.server"

export const dynamic = "force-dynamic"

/** Where a reader's browser checks a story. The front process hands it on as it is (x-standfirst-script). */
export async function GET() {
  const { html, policy } = await checkPage()
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
      "x-standfirst-script": "own",
    },
  })
}
