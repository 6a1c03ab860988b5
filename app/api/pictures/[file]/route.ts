import { readPicture } from "@/lib/pictures/files.server"

type Context = { params: Promise<{ file: string }> }

/** A picture's file. Its name never means another content, so whoever has it may keep it for ever. */
export async function GET(request: Request, { params }: Context) {
  const { file } = await params
  const picture = await readPicture(file)
  if (!picture) return nothing()
  const headers = {
    "content-type": picture.type,
    "cache-control": "public, max-age=31536000, immutable",
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

function nothing() {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }
  return new Response("There is no picture at this address.\n", { status: 404, headers })
}
