import type { IncomingMessage, ServerResponse } from "node:http"
import { LIFETIMES } from "../cdn/cdn"
import type { Form, Kept } from "./kept"
import { sendReady } from "./ready-head"

type Coding = "identity" | "gzip" | "br"

const known = new Map<string, Coding>()

/** The best form that a browser says it takes (RFC 9110, 12.5.3). Browsers say the same few things, so each is read once. */
export function codingFor(accepted: string | undefined): Coding {
  if (accepted === undefined || accepted === "") return "identity"
  const read = known.get(accepted)
  if (read) return read
  const takes = (name: string) => {
    const part = new RegExp(`(?:^|,)\\s*${name}\\s*(;[^,]*)?(?:,|$)`, "i").exec(accepted)
    return part !== null && !/;\s*q=0(\.0*)?\s*$/.test(part[1] ?? "")
  }
  const coding = takes("br") ? "br" : takes("gzip") ? "gzip" : "identity"
  if (known.size < 1_000) known.set(accepted, coding)
  return coding
}

/**
 * Sends a page that is ready: what it costs is what a bare server costs. `stale`: how many seconds ago it was last known to be right.
 * `lasting`: a cache elsewhere may keep it, for it will be told when it changes.
 */
export function handOut(
  request: IncomingMessage,
  response: ServerResponse,
  kept: Kept,
  stale: number | null,
  lasting = true,
): void {
  const form = kept[codingFor(request.headers["accept-encoding"] as string | undefined)]
  const { "if-none-match": held, "if-modified-since": since } = request.headers
  // RFC 9110, 13.2.2: the date counts only where no tag was sent.
  if (kept.status === 200 && (held === undefined ? isOlder(form, since) : holds(held, kept.etag))) {
    response.writeHead(304, unchanged(lasting && stale === null ? form.headers : forOne(form.headers)))
    response.end()
    return
  }
  const whole = lasting && stale === null
  if (whole && kept.status === 200 && request.method === "GET" && sendReady(response, form, Date.now())) return
  const headers = whole ? form.headers : forOne(form.headers)
  response.writeHead(kept.status, stale === null ? headers : [...headers, ...staleHeaders(stale)])
  if (request.method === "HEAD") response.end()
  else response.end(form.body)
}

/** Any form of the same text will do: what the reader holds is that text. */
const holds = (held: string, etag: string) =>
  held.trim() === "*" ||
  held.split(",").some(
    (one) =>
      one
        .trim()
        .replace(/^W\/|"/g, "")
        .replace(/-[gqb]$/, "") === etag,
  )

/** Has this not changed since? Only of feeds and sitemaps is it known when they changed. */
function isOlder({ headers }: Form, since: string | undefined): boolean {
  if (since === undefined) return false
  const at = headers.indexOf("Last-Modified")
  return at >= 0 && Date.parse(headers[at + 1] ?? "") <= Date.parse(since)
}

/** What a page says of itself also to those who have it already. */
const PAGES_OWN = ["ETag", "Cache-Control", "Vary", "Last-Modified", "Link", "Content-Security-Policy"]
const TOLD_AGAIN = new Set([...PAGES_OWN, ...LIFETIMES, "Surrogate-Key", "Cache-Tag"])

const unchanged = (headers: Form["headers"]) => only(headers, (name) => TOLD_AGAIN.has(name))

/** For this reader alone: without what lets a cache elsewhere keep it. */
const forOne = (headers: Form["headers"]) => only(headers, (name) => !LIFETIMES.has(name))

function only(headers: readonly string[], wanted: (name: string) => boolean): string[] {
  const told: string[] = []
  for (let at = 0; at < headers.length; at += 2) {
    const [name = "", value = ""] = [headers[at], headers[at + 1]]
    if (wanted(name)) told.push(name, value)
  }
  return told
}

/** Said when the database is away: how old the page's truth is (RFC 9111, 5.1; RFC 9211). */
const staleHeaders = (seconds: number) => [
  ...["Age", String(Math.max(1, Math.round(seconds)))],
  ...["Cache-Status", "Standfirst; hit; detail=stale"],
]
