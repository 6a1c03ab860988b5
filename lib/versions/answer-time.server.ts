import "server-only"
import { feedDateOf } from "../dates"
import { env } from "../env.server"
import { answer, notFound } from "../feeds/answer.server"
import { TAGS } from "../record/tags"
import { findLive } from "../story/live.server"
import { findReadableVersions } from "./find.server"
import { momentAsked, timeGateAddress, timeLinks, timeMap, timeMapAddress, versionAt } from "./memento"
import { versionAddress } from "./versions"

/** The TimeMap of a live story, under the same rules as its page: 308 moved, 410 withdrawn, 404 never public. */
export async function answerTimeMap(request: Request, section: string, slug: string): Promise<Response> {
  const found = await findLive(section, slug)
  if ("nothing" in found) return notFound()
  if ("moved" in found) return movedTo(timeMapAddress(found.moved), found.id)
  if ("withdrawn" in found) return gone(request, found.id)
  const { id, address, tags } = found.live
  const text = timeMap(env.publicOrigin, address, await findReadableVersions(id))
  return answer(request, text, "application/link-format", { tags: [...tags] })
}

/** The TimeGate: leads to the version that readers had at the moment that Accept-Datetime names. */
export async function answerTimeGate(request: Request, section: string, slug: string): Promise<Response> {
  const found = await findLive(section, slug)
  if ("nothing" in found) return notFound()
  if ("moved" in found) return movedTo(timeGateAddress(found.moved), found.id)
  if ("withdrawn" in found) return gone(request, found.id)
  const asked = momentAsked(request.headers.get("accept-datetime"))
  const headers = {
    vary: "accept-datetime",
    "cache-control": "no-cache",
    link: timeLinks(env.publicOrigin, found.live.address).join(", "),
  }
  if (asked === "wrong")
    return new Response(`Accept-Datetime is a moment such as ${feedDateOf(new Date(0))}.\n`, { status: 400, headers })
  const version = versionAt(await findReadableVersions(found.live.id), asked)
  if (!version) return notFound()
  return new Response(null, {
    status: 302,
    headers: { ...headers, location: versionAddress(found.live.address, version.number) },
  })
}

const movedTo = (location: string, id: string) =>
  new Response(null, { status: 308, headers: { location, "x-standfirst-tags": TAGS.story(id) } })

const gone = (request: Request, id: string) =>
  answer(request, "This story was withdrawn.\n", "text/plain; charset=utf-8", { tags: [TAGS.story(id)], status: 410 })
