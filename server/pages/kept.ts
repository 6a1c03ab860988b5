import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"

/** What Next made of an address, ready to be kept. */
export type Made = {
  status: number
  text: string | Buffer
  /** the bytes are packed already: nothing would be won by compressing them */
  packed?: true
  /** its brotli form, where somebody packed it before */
  br?: Buffer
  /** Header names and values as they go out, but for what belongs to the bytes (length, encoding, ETag). */
  headers: Record<string, string>
  /** what it depends on: see lib/record/tags.ts */
  tags: readonly string[]
  /** when it changes by itself, in milliseconds of this machine's clock */
  until: number
}

/** Header names and values in turn, as `writeHead` takes them fastest, and the bytes that go with them. */
export type Form = { headers: string[]; body: Buffer }

/** A page as it is handed out: three ready forms of the same text. */
export type Kept = {
  key: string
  status: number
  etag: string
  tags: readonly string[]
  until: number
  /** what it takes of memory, in bytes, with what surrounds it */
  bytes: number
  identity: Form
  gzip: Form
  br: Form
  /** how often it was handed out here, and in which second last */
  hits: number
  used: number
}

const AROUND = 3_000
const SMALL = 300

/** Brotli for whoever waits for a page that has just changed: a millisecond. */
const QUICK = 5
/** Brotli for the many who come after: a tenth smaller, and 23 milliseconds. */
const THOROUGH = 11

/** Compresses once for everybody, quickly; `packThoroughly` does the rest when there is time. */
export async function keep(key: string, made: Made): Promise<Kept> {
  const identity = typeof made.text === "string" ? Buffer.from(made.text) : made.text
  const etag = createHash("sha256").update(identity).digest("base64url").slice(0, 27)
  const small = identity.length < SMALL || made.packed === true
  const [zipped, br] = small
    ? [identity, identity]
    : await Promise.all([promisify(gzip)(identity, { level: 6 }), made.br ?? brotli(identity, QUICK)])
  // A strong validator names one representation (RFC 9110, 8.8.3.3): each form has its own.
  const form = (body: Buffer, encoding: string, mark: string): Form => ({
    body,
    headers: Object.entries({
      ...made.headers,
      ...(made.status === 200 && { ETag: `"${etag}${mark}"` }),
      ...(encoding && { "Content-Encoding": encoding }),
      "Content-Length": String(body.length),
    }).flat(),
  })
  return {
    ...{ key, status: made.status, etag, tags: made.tags, until: made.until, hits: 0, used: 0 },
    identity: form(identity, "", ""),
    gzip: form(zipped, small ? "" : "gzip", small ? "" : "-g"),
    br: form(br, small ? "" : "br", small ? "" : "-q"),
    bytes: identity.length + (small ? 0 : zipped.length + br.length) + AROUND,
  }
}

const brotli = (text: Buffer, quality: number): Promise<Buffer> =>
  promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })

/** What takes longer to pack than it is worth: sitemaps of a large paper. */
const LARGE = 200_000

/** The page's text as small as it gets; null where nothing can be won. */
export async function packThoroughly({ status, identity, br }: Kept): Promise<Buffer | null> {
  if (status !== 200 || identity.body.length > LARGE || br.body === identity.body) return null
  const packed = await brotli(identity.body, THOROUGH)
  return packed.length < br.body.length ? packed : null
}

/** From now on this page goes out packed like this. Another form of the same text has another ETag. */
export function takePacked(kept: Kept, body: Buffer): void {
  const headers = [...kept.br.headers]
  headers[headers.indexOf("ETag") + 1] = `"${kept.etag}-b"`
  headers[headers.indexOf("Content-Length") + 1] = String(body.length)
  kept.br = { headers, body }
}
