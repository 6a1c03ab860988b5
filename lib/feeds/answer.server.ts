import "server-only"
import { createHash } from "node:crypto"
import { feedDateOf } from "../dates"

/** For whoever keeps the answer: what it depends on (lib/record/tags.ts), when that last changed, when it changes by itself. */
export type Kept = {
  tags: readonly string[]
  changed?: Date | null
  until?: Date | null
  status?: number
  links?: string[]
}

/**
 * Bytes for machines, with a strong ETag and the time of the last change: who has them already is told so in a few bytes. As
 * RFC 9110 (13.2.2) has it, a date counts only where no tag was sent: its seconds are too coarse to tell two changes apart.
 */
export function answer(request: Request, text: string, type: string, kept: Kept): Response {
  const { tags, changed, until, status = 200, links = [] } = kept
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`
  const headers = {
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    "content-type": type,
    "x-standfirst-tags": tags.join(" "),
    ...(changed && { "last-modified": feedDateOf(changed) }),
    ...(until && { "x-standfirst-until": justAfter(until) }),
    ...(links.length > 0 && { link: links.join(", ") }),
  }
  if (status === 200 && holds(request.headers, etag, changed)) return new Response(null, { status: 304, headers })
  return new Response(text, { status, headers })
}

/** The database is more exact than a Date is. */
const justAfter = (at: Date) => new Date(at.getTime() + 1).toISOString()

function holds(asked: Headers, etag: string, changed: Date | null | undefined) {
  const tags = asked.get("if-none-match")
  if (tags !== null)
    return tags.trim() === "*" || tags.split(",").some((one) => one.trim().replace(/^W\//, "") === etag)
  const since = Date.parse(asked.get("if-modified-since") ?? "")
  return !!changed && Math.floor(changed.getTime() / 1_000) * 1_000 <= since
}

export const notFound = () =>
  new Response("There is nothing at this address.\n", { status: 404, headers: { "content-type": "text/plain" } })
