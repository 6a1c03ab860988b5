import "server-only"
import { env } from "../env.server"
import { markdownText } from "../markdown"
import { findLastChange, presentPosition } from "../record/last-change.server"
import { TAGS } from "../record/tags"
import { formChangesBy } from "../story/age"
import type { LiveStory } from "../story/live"
import { findLive } from "../story/live.server"
import { slugShape } from "../story/story"
import { answer, notFound } from "./answer.server"
import { changedBy } from "./kept-for"
import { asNinjs2, ninjs, withdrawnNinjs } from "./ninjs"
import { markdownStory, plainStory } from "./story-forms"

type Withdrawn = { notice: string; at: Date }
type Form = {
  type: string
  write: (story: LiveStory, origin: string) => string
  withdrawn: (id: string, withdrawn: Withdrawn) => string
}

/** The forms of a story beside its page, by the ending of its address. */
const FORMS: Record<string, Form> = {
  json: {
    type: "application/json; charset=utf-8",
    write: (story, origin) => JSON.stringify(ninjs(story, origin)),
    withdrawn: (id, withdrawn) => JSON.stringify(withdrawnNinjs(id, withdrawn)),
  },
  "ninjs2.json": {
    type: "application/json; charset=utf-8",
    write: (story, origin) => JSON.stringify(asNinjs2(ninjs(story, origin))),
    withdrawn: (id, withdrawn) => JSON.stringify(asNinjs2(withdrawnNinjs(id, withdrawn))),
  },
  md: {
    type: "text/markdown; charset=utf-8; variant=CommonMark",
    write: markdownStory,
    withdrawn: (_id, { notice }) => `${markdownText(notice)}\n`,
  },
  txt: { type: "text/plain; charset=utf-8", write: plainStory, withdrawn: (_id, { notice }) => `${notice}\n` },
}

/** A story in one of its forms, under the same rules as its page: 404 never public, 308 moved, 410 withdrawn. */
export async function answerStory(request: Request, section: string, slug: string, ending: string): Promise<Response> {
  const form = Object.hasOwn(FORMS, ending) ? FORMS[ending] : undefined
  if (!form || !slugShape.safeParse(section).success || !slugShape.safeParse(slug).success) return notFound()
  const [position, now] = [await presentPosition(), new Date()]
  const found = await findLive(section, slug, now)
  if ("nothing" in found) return notFound()
  if ("moved" in found) {
    const headers = { location: `${found.moved}.${ending}`, "x-standfirst-tags": TAGS.story(found.id) }
    return new Response(null, { status: 308, headers })
  }
  if ("withdrawn" in found) {
    const words = form.withdrawn(found.id, found.withdrawn)
    return answer(request, words, form.type, { tags: [TAGS.story(found.id)], status: 410 })
  }
  const { live } = found
  const origin = env.publicOrigin
  return answer(request, form.write(live, origin), form.type, {
    tags: live.tags,
    changed: changedBy(await findLastChange(live.tags, position), [live], now),
    until: formChangesBy(live, now),
    links: [`<${origin}${live.address}>; rel="canonical"`],
  })
}
