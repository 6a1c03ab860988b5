import "server-only"
import { createHash } from "node:crypto"
import { stampOf } from "../dates"

/** Bytes for machines, with a strong ETag: who has them already is told so in a few bytes (RFC 9110, 13.1.2). */
export function answer(request: Request, text: string, type: string, kept: Kept): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`
  const headers = {
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    "content-type": type,
    ...sayKept(kept),
  }
  if (holds(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

/** For the page cache: what the answer depends on (see lib/record/tags.ts), and the moment at which it changes by itself. */
type Kept = { tags: readonly string[]; until?: Date }

const sayKept = ({ tags, until }: Kept) => ({
  "x-standfirst-tags": tags.join(" "),
  ...(until && { "x-standfirst-until": stampOf(until) }),
})

const holds = (asked: string | null, etag: string) =>
  asked !== null && (asked.trim() === "*" || asked.split(",").some((one) => one.trim().replace(/^W\//, "") === etag))

export const notFound = () =>
  new Response("There is nothing at this address.\n", { status: 404, headers: { "content-type": "text/plain" } })
