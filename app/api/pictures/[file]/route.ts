import { callerOf } from "@/lib/api/caller.server"
import { pictureOfFile } from "@/lib/pictures/crops"
import { readPicture } from "@/lib/pictures/files.server"
import { shareOfStory } from "@/lib/pictures/share"
import { standingOfShare } from "@/lib/pictures/share.server"
import { standingOf } from "@/lib/pictures/standing.server"
import { mayShowPicture } from "@/lib/story/preview-links.server"

type Context = { params: Promise<{ file: string }> }

/** A browser that has it keeps it. Caches that many share ask again after a day: its story may have been withdrawn. */
const KEPT = "public, max-age=31536000, s-maxage=86400, immutable"
/** It has a headline on it, and is to be gone soon after its story was withdrawn, from every cache too. */
const A_DAY = "public, max-age=86400"
/** Whoever is signed in sees what readers do not have. */
const OWN = "private, max-age=3600"
/** For this paper only: no page of others may show it, and no search engine among its pictures. */
const HERE = { "cross-origin-resource-policy": "same-origin", "x-robots-tag": "noindex" }

/** A picture's file, or a story's share picture. Its name never means another content, so whoever has it may keep it. */
export async function GET(request: Request, { params }: Context) {
  const { file } = await params
  const { cache, here } = await (shareOfStory(file) === null ? cacheOf(file, request.headers) : cacheOfShare(file))
  if (cache === "gone") return nothing(410, "This picture is no longer available.")
  const picture = cache && (await readPicture(file))
  if (!picture) return nothing(404, "There is no picture at this address.")
  const headers = {
    "content-type": picture.type,
    "cache-control": cache,
    etag: `"${file}"`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
    "cross-origin-resource-policy": "cross-origin",
    ...(here && HERE),
  }
  if (names(request.headers.get("if-none-match"), headers.etag)) return new Response(null, { status: 304, headers })
  return new Response(picture.bytes, { headers: { ...headers, "content-length": String(picture.bytes.length) } })
}

/** `cache`: how long who may keep it; gone: its rights have ended; null: whoever asks may not have it. */
type Kept = { cache: string | null; here?: boolean }

async function cacheOf(file: string, headers: Headers): Promise<Kept> {
  const id = pictureOfFile(file)
  if (!id) return { cache: null }
  const standing = await standingOf(id)
  if (standing === "shown" || standing === "here") return { cache: KEPT, here: standing === "here" }
  if ("actor" in (await callerOf(headers, false)) || (await mayShowPicture(headers, id)))
    return { cache: OWN, here: true }
  return { cache: standing === "gone" ? "gone" : null }
}

async function cacheOfShare(file: string): Promise<Kept> {
  const standing = await standingOfShare(file)
  return { cache: standing === "live" ? A_DAY : standing === "gone" ? "gone" : null }
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
