import "server-only"
import { isWebAddress } from "../address"
import { textOf } from "./charset"
import { type Around, type Asked, type Fetched, fetchElsewhere } from "./fetch.server"
import { robotsOf } from "./hosts.server"
import { type PageWords, readPage } from "./page"
import { makeSmall } from "./picture.server"
import { allows } from "./robots"
import { type Seen, seenIn, waitOf } from "./states"

const PAGES = ["text/html", "application/xhtml+xml"]
const PICTURES = ["image/jpeg", "image/png", "image/webp"]

/** What one look at a page came to. `read`: its words, where they were asked for and could be had; `delay`: seconds that its site asks for between two. */
export type Look = {
  seen: Seen
  read: (PageWords & { small?: Uint8Array<ArrayBuffer> | null }) | null
  delay: number
}
/** `words`: of a page that somebody waits for, its picture is left for later */
export type Reading = "nothing" | "words" | "all"
type Manner = { read: Reading; now: Date; signal?: AbortSignal | undefined }

/** Looks at a page as its site wishes: robots.txt is asked first, of every site that we are sent on to as well. */
export async function lookAt(link: string, { read, now, signal }: Manner, around: Around = {}): Promise<Look> {
  const robots = await robotsOf(new URL(link).origin, now, around, signal)
  if ("instead" in robots) return { seen: robots.instead, read: null, delay: 0 }
  const mayGo = async (address: URL) => {
    const theirs = await robotsOf(address.origin, now, around, signal)
    // Whoever is no site at all is told as such by the request itself.
    return "instead" in theirs ? theirs.instead.seen !== "ill" : allows(theirs, address)
  }
  const asked: Asked = { mayGo, ...(signal && { signal }) }
  const found = await fetchElsewhere(link, { ...asked, types: read === "nothing" ? [] : PAGES }, around)
  const seen = seenBy(found, now)
  const words = "failed" in found || !found.body || found.status >= 300 ? null : wordsOf(found)
  if (!words || read === "words") return { seen, read: words, delay: robots.delay }
  const small = words.picture ? await pictureOf(words.picture, asked, around) : null
  return { seen, read: { ...words, small }, delay: robots.delay }
}

function seenBy(found: Fetched, now: Date): Seen {
  if ("failed" in found) return { seen: FAILURES[found.failed] }
  const { lasting } = found
  const offer = lasting && lasting.length <= 2_000 && isWebAddress(lasting) ? lasting : null
  return seenIn(found.status, offer, waitOf(found.retryAfter, now))
}

/** Of whom we may not ask, nothing is said. */
const FAILURES = {
  refused: "blocked",
  "kept out": "blocked",
  nowhere: "gone",
  slow: "ill",
  unreachable: "ill",
  round: "ill",
} as const

function wordsOf({ body, typed, address }: Exclude<Fetched, { failed: unknown }>): PageWords | null {
  return body && readPage(textOf(body.bytes, typed), address)
}

async function pictureOf(address: string, asked: Asked, around: Around) {
  const found = await fetchElsewhere(address, { ...asked, types: PICTURES }, around)
  if ("failed" in found || found.status !== 200 || !found.body || found.body.cut) return null
  return makeSmall(found.body.bytes, asked.signal)
}
