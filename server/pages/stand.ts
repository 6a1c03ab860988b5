import type { IncomingMessage, ServerResponse } from "node:http"
import { LIFETIME } from "../cdn/cdn"
import { keyOf } from "./address"
import { handOut } from "./hand-out"
import type { Kept } from "./kept"
import type { Printed } from "./press"
import type { Rooms } from "./rooms"

/** Where pages are handed out: from memory, or else from the press. */
export type Stand = {
  rooms: Rooms
  /** asks the press, which may have it or make it */
  get: (key: string) => Promise<Printed>
  /** since when the database has been away, in milliseconds of this machine's clock; null while it answers */
  staleSince: () => number | null
}

/** Hands out a page that is in memory under this very address; false when there is none. The hot path. */
export function handOutAtOnce(stand: Stand, request: IncomingMessage, response: ServerResponse): boolean {
  const now = Date.now()
  const kept = stand.rooms.get(request.url ?? "", now)
  if (kept === undefined) return false
  handOut(request, response, kept, staleFor(stand, now), lasts(kept, now))
  return true
}

/** Answers a reader: with a page, or with what Next says, or with the reason why there is nothing to hand out. */
export async function answerReader(
  stand: Stand,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string | undefined> {
  const key = keyOf(url)
  const now = Date.now()
  const here = stand.rooms.get(key, now)
  if (here) return void handOut(request, response, here, staleFor(stand, now), lasts(here, now))
  const printed = await stand.get(key)
  if ("failed" in printed) return printed.failed
  if ("kept" in printed) {
    const { kept, current } = printed
    return void handOut(request, response, kept, staleFor(stand, Date.now()), current && lasts(kept, Date.now()))
  }
  const { status, headers, body } = printed.passed
  response.writeHead(status, { ...headers, "content-length": body.length })
  response.end(request.method === "HEAD" ? undefined : body)
}

/** Whether a cache elsewhere may keep it as long as it keeps pages: of a change by time, nobody tells it. */
const lasts = ({ until }: Kept, now: number) => until > now + LIFETIME * 1_000

const staleFor = ({ staleSince }: Stand, now: number) => {
  const since = staleSince()
  return since === null ? null : (now - since) / 1_000
}
