import { z } from "zod"
import { problem, problemOf } from "@/lib/api/problem"
import { noStory, staleAnswer, storyAnswer } from "@/lib/api/story-json.server"
import { noRevision, reading, resource, writingJson } from "@/lib/api.server"
import { bringBack, findAside, setAside } from "@/lib/story/aside.server"
import { findStory } from "@/lib/story/find.server"
import { storyText } from "@/lib/story/story"

const asked = z.strictObject({
  revision: z.int().optional(),
  back: z.boolean().optional(),
  text: storyText.optional(),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    return story ? { status: 200, body: { aside: await findAside(story.id) } } : noStory()
  }),
  POST: writingJson(asked, async ({ actor, params }, { back, text }, revision) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    if (revision === null) return noRevision()
    const answer = back ? await bringBack(actor, story.id, revision, text) : await setAside(actor, story.id, revision)
    if ("refused" in answer) return problemOf(answer)
    if ("stale" in answer) return staleAnswer(actor, revision, answer.stale)
    if ("conflict" in answer) return problem("refused", BOTH_CHANGED, answer.conflict)
    return storyAnswer(actor, answer.done)
  }),
})

const BOTH_CHANGED =
  "Both what was set aside (`mine`) and the draft (`theirs`) changed the same since `base`. Send the `text` that is to be."
