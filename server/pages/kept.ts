import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"

/** What Next made of an address, ready to be kept. */
export type Made = {
  status: number
  text: string | Buffer
  /** the bytes are packed already: nothing would be won by compressing them */
  packed?: true
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

/** Compresses once for everybody. Brotli at 10 takes no longer than at 9 for a page, and leaves a twelfth of it out. */
export async function keep(key: string, made: Made): Promise<Kept> {
  const identity = typeof made.text === "string" ? Buffer.from(made.text) : made.text
  const etag = createHash("sha256").update(identity).digest("base64url").slice(0, 27)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const small = identity.length < SMALL || made.packed === true
  const [zipped, br] = small
    ? [identity, identity]
    : await Promise.all([promisify(gzip)(identity, { level: 8 }), promisify(brotliCompress)(identity, { params })])
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
    br: form(br, small ? "" : "br", small ? "" : "-b"),
    bytes: identity.length + (small ? 0 : zipped.length + br.length) + AROUND,
  }
}
