import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { type Around, fetchElsewhere, ROBOT } from "./fetch.server"
import { type Robots, readRobots } from "./robots"
import { type Seen, waitOf } from "./states"

/** Seconds for which a host is ours at most, should we never come to say that it is free: longer than the longest look. */
const LEASE = 60
/** What a site asks of robots is believed for a day (RFC 9309, 2.4). */
const BELIEVED = 24 * 3_600_000

/** Takes a host for one look. Otherwise another node, or this one, is there or was there a moment ago, and it is free after so many seconds. */
export async function takeHost(host: string): Promise<{ taken: true } | { wait: number }> {
  const taken = await db.$executeRaw`
    INSERT INTO "OutsideHost" (host, "freeAt") VALUES (${host}, now() + make_interval(secs => ${LEASE}))
    ON CONFLICT (host) DO UPDATE SET "freeAt" = excluded."freeAt" WHERE "OutsideHost"."freeAt" <= now()`
  if (taken) return { taken: true }
  const [row] = await db.$queryRaw<{ wait: number }[]>`
    SELECT ceil(extract(epoch FROM "freeAt" - now()))::int AS wait FROM "OutsideHost" WHERE host = ${host}`
  return { wait: Math.max(1, row?.wait ?? 1) }
}

/** The look is over; the host is left in peace for so many seconds. */
export const leaveHost = (host: string, pause: number) =>
  db.$executeRaw`UPDATE "OutsideHost" SET "freeAt" = now() + make_interval(secs => ${pause}) WHERE host = ${host}`

const rules = z.array(z.object({ allow: z.boolean(), path: z.string() }))

/** What a site asks of robots; or what its silence says of all its pages. A file that is not there asks for nothing; one that cannot be had now, for everything (RFC 9309, 2.3.1). */
export async function robotsOf(
  origin: string,
  now: Date,
  around: Around,
  signal?: AbortSignal,
): Promise<Robots | { instead: Seen }> {
  const known = await db.outsideRobots.findUnique({ where: { origin } })
  if (known && now.getTime() - known.readAt.getTime() < BELIEVED)
    return { rules: rules.parse(known.rules), delay: known.delay }
  const found = await fetchElsewhere(`${origin}/robots.txt`, { types: TEXTS, ...(signal && { signal }) }, around)
  if ("failed" in found) {
    if (found.failed === "nowhere") return { instead: { seen: "gone" } }
    return { instead: { seen: found.failed === "refused" ? "blocked" : "ill" } }
  }
  if (found.status === 429 || found.status >= 500)
    return { instead: { seen: "ill", wait: waitOf(found.retryAfter, now) } }
  const robots = readRobots(found.status < 300 && found.body ? new TextDecoder().decode(found.body.bytes) : "", ROBOT)
  const row = { ...robots, readAt: now }
  await db.outsideRobots.upsert({ where: { origin }, create: { origin, ...row }, update: row })
  return robots
}

/** robots.txt is plain text; some say something else of it, or nothing. */
const TEXTS = ["text/plain", "text/html", "text/x-robots", "application/octet-stream", "application/text", ""]
