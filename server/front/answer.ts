import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { readerPolicy } from "../pages/policy"

/** On every answer, whoever made it; a page's own word about any of these goes before ours. */
export const BASELINE: OutgoingHttpHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

/** What a reader page is sent with: no script may run on it whatever it holds. */
export const READER: OutgoingHttpHeaders = {
  ...BASELINE,
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": readerPolicy(""),
  "cache-control": "public, max-age=0, must-revalidate",
  vary: "Accept-Encoding",
}

const HOP = /^(connection|keep-alive|proxy-.*|te|trailer|upgrade|x-powered-by)$/

/** The headers of an answer of Next as they go out: complete, and with addresses that a browser knows. */
export function outwardHeaders(headers: IncomingHttpHeaders, inner: string[]): OutgoingHttpHeaders {
  const kept: OutgoingHttpHeaders = { ...BASELINE }
  for (const [name, value] of Object.entries(headers)) if (!HOP.test(name) && value !== undefined) kept[name] = value
  if (headers.location) kept.location = withoutOwnHost(headers.location, inner)
  return kept
}

/** Of what Next would have a browser fetch early, the fonts: found only in the stylesheet, they would come late and shift the page. */
export function fontsIn(link: string) {
  const parts = link.split(/,\s*(?=<)/)
  return parts.filter((part) => /\bas="?font\b/.test(part)).join(", ")
}

/** Next makes redirects absolute by the host it sees; what leads to ourselves goes out as a path. */
function withoutOwnHost(location: string, inner: string[]) {
  const url = URL.canParse(location) ? new URL(location) : undefined
  return url && inner.includes(url.host) ? `${url.pathname}${url.search}${url.hash}` : location
}

/** Sends a page, compressed as the reader's browser likes it best. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  html: string,
  headers: OutgoingHttpHeaders,
) {
  const [encoding, body] = await compress(html, String(request.headers["accept-encoding"] ?? ""))
  if (encoding) response.setHeader("content-encoding", encoding)
  response.writeHead(status, { ...headers, "content-length": body.length })
  response.end(request.method === "HEAD" ? undefined : body)
}

async function compress(html: string, accepted: string): Promise<[string | null, Buffer]> {
  const takes = (name: string) => new RegExp(`(^|[,\\s])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted)
  if (html.length > 800 && takes("br")) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
    return ["br", await promisify(brotliCompress)(html, { params })]
  }
  if (html.length > 800 && takes("gzip")) return ["gzip", await promisify(gzip)(html)]
  return [null, Buffer.from(html)]
}

/** A page of the front's own, for when there is nothing else to show. */
export function plainPage(title: string, sentence: string) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${sentence}</p></main></body></html>`
}
