import "server-only"
import { db } from "../db.server"
import type { Payload } from "../jobs/payloads"
import { type Around, fetchElsewhere } from "../links/fetch.server"
import { findStory } from "../story/find.server"
import { hashOf, unseenOf } from "./known.server"

/** Of one text so many addresses are looked at, so many at a time. */
const MOST = 100
const AT_ONCE = 4

type Look = Pick<Around, "mayAsk"> & { signal?: AbortSignal }

/** Looks at the links of a story's draft that nobody has looked at lately, and keeps what came of it. */
export async function lookAtLinks({ story: id }: Payload<"links">, signal: AbortSignal, given: Look = {}) {
  const story = await findStory(id)
  const links = story ? (await unseenOf(story.text)).slice(0, MOST) : []
  const worker = async () => {
    for (let link = links.shift(); link && !signal.aborted; link = links.shift()) {
      const found = { dead: await isDead(link, { ...given, signal }), checkedAt: new Date() }
      const sha256 = Buffer.from(hashOf(link), "hex")
      await db.linkCheck.upsert({ where: { sha256 }, create: { sha256, ...found }, update: found })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/**
 * Does nothing stand there any more: no such host, or a page that says 404 or 410? Whoever is slow, ill or keeps robots out is not dead.
 */
export async function isDead(link: string, { mayAsk, signal }: Look = {}): Promise<boolean> {
  const around = { mayAsk, mayPort: mayAsk && (() => true) }
  for (const method of ["HEAD", "GET"] as const) {
    const found = await fetchElsewhere(link, { method, ...(signal && { signal }) }, around)
    if ("failed" in found) return found.failed === "nowhere"
    // Some only know GET, and say so in many ways.
    if (method === "GET" || found.status < 400) return found.status === 404 || found.status === 410
  }
  return false
}
