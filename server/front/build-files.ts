import { readFile } from "node:fs/promises"
import { extname, join, posix } from "node:path"
import { type Kept, keep } from "../pages/kept"
import { BASELINE } from "./answer"

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
}
const PACKED: Record<string, string> = {
  ".woff2": "font/woff2",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".webp": "image/webp",
}

const PREFIX = "/_next/static/"
/** The whole build is a few megabytes; a file that no page names is never asked for. */
const MOST = 400

/**
 * The files of the build, from memory: their names change with what is in them, so they are read once and never again.
 * Undefined for what is none of them; Next answers that.
 */
export function filesOf(folder: string): (path: string) => Promise<Kept | undefined> {
  const known = new Map<string, Promise<Kept | undefined>>()
  return async (path) => {
    if (!path.startsWith(PREFIX)) return undefined
    const under = known.get(path)
    if (under) return under
    const coming = read(folder, path)
    if ((await coming) && known.size < MOST) known.set(path, coming)
    return coming
  }
}

async function read(folder: string, path: string): Promise<Kept | undefined> {
  const name = posix.normalize(decoded(path.slice(PREFIX.length)))
  const type = TYPES[extname(name)] ?? PACKED[extname(name)]
  if (!type || name.startsWith("..") || name.includes("\0")) return undefined
  const body = await readFile(join(folder, name)).catch(() => undefined)
  if (!body) return undefined
  const packed = extname(name) in PACKED
  const br = packed ? undefined : await readFile(join(folder, `${name}.br`)).catch(() => undefined)
  const headers = Object.fromEntries(Object.entries(BASELINE).map(([header, value]) => [header, String(value)]))
  return keep(path, {
    status: 200,
    text: body,
    ...(packed && { packed }),
    ...(br && { br }),
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    },
    tags: [],
    until: Number.POSITIVE_INFINITY,
  })
}

function decoded(name: string) {
  try {
    return decodeURIComponent(name)
  } catch {
    return ".."
  }
}
