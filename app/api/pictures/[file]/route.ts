import { readPicture } from "@/lib/pictures/files.server"
import { shareOfStory } from "@/lib/pictures/share"
import { standingOfShare } from "@/lib/pictures/share.server"

type Context = { params: Promise<{ file: string }> }

const FOR_EVER = "public, max-age=31536000, immutable"
/** It has a headline on it, and is to be gone soon after its story was withdrawn, from every cache too. */
const A_DAY = "public, max-age=86400"

/** A picture's file, or a story's share picture. Its name never means another content, so whoever has it may keep it. */
export async function GET(request: Request, { params }: Context) {
  const { file } = await params
  const share = shareOfStory(file) !== null
  const standing = share ? await standingOfShare(file) : "live"
  if (standing === "gone") return nothing(410, "The story of this picture was withdrawn.")
  const picture = standing === "live" ? await readPicture(file) : null
  if (!picture) return nothing(404, "There is no picture at this address.")
  const headers = {
    "content-type": picture.type,
    "cache-control": share ? A_DAY : FOR_EVER,
    etag: `"${file}"`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
    "cross-origin-resource-policy": "cross-origin",
  }
  if (names(request.headers.get("if-none-match"), headers.etag)) return new Response(null, { status: 304, headers })
  return new Response(picture.bytes, { headers: { ...headers, "content-length": String(picture.bytes.length) } })
}

/** Does If-None-Match name this tag (RFC 9110, 13.1.2: a list, compared weakly)? */
function names(header: string | null, etag: string) {
  if (!header) return false
  return header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
}

function nothing(status: 404 | 410, sentence: string) {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }
  return new Response(`${sentence}\n`, { status, headers })
}
