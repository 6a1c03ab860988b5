import { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { readBody } from "@/lib/body.server"
import { foreignOrigin, isOwnOrigin } from "@/lib/origin.server"
import { authOptions } from "@/lib/people/next-auth.server"

type Context = { params: Promise<{ nextauth: string[] }> }

/** What next-auth may do here. Its `_log` is left out: it lets anybody write into the log. */
const OPEN = ["csrf", "session", "providers", "signin", "callback", "signout", "error"]
const MAX_BYTES = 16_384

export const GET = answer
export const POST = answer

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const [action = ""] = (await context.params).nextauth
  if (!OPEN.includes(action)) return new Response(null, { status: 404 })
  if (request.method !== "POST") return uncached(await NextAuth(request, context, authOptions()))
  if (!isOwnOrigin(request.headers)) return Response.json({ detail: foreignOrigin() }, { status: 403 })
  const body = await readBody(request, MAX_BYTES)
  if ("refused" in body) return Response.json({ detail: body.refused }, { status: 413 })
  const { url, headers } = request
  if (headers.get("content-type")?.includes("json") && !isJson(body.bytes)) return new Response(null, { status: 400 })
  const again = new NextRequest(url, { method: "POST", headers, body: body.bytes })
  return uncached(await NextAuth(again, context, authOptions()))
}

function uncached(response: Response): Response {
  response.headers.set("Cache-Control", "private, no-store")
  return response
}

function isJson(bytes: Uint8Array): boolean {
  try {
    return typeof JSON.parse(new TextDecoder().decode(bytes)) === "object"
  } catch {
    return false
  }
}
