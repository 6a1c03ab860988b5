import { z } from "zod"
import { problem, problemOf } from "@/lib/api/problem"
import { eventJson, noStory, staleAnswer, storyAnswer } from "@/lib/api/story-json.server"
import { noRevision, resource, writingJson } from "@/lib/api.server"
import { somebodyElse } from "@/lib/people/people"
import { findVersion } from "@/lib/record/versions.server"
import { ACT_NAMES, actOf, wordOf } from "@/lib/story/acts"
import { findStory } from "@/lib/story/find.server"
import { perform } from "@/lib/story/perform.server"
import { CHANGES } from "@/lib/story/story"
import { text } from "@/lib/text"

const particulars = z.strictObject({
  /** whose screen it is */
  by: z.uuid().optional(),
  revision: z.int().optional(),
  note: text(10_000).optional(),
  clarification: z.boolean().optional(),
  as: z.enum(CHANGES).optional(),
  at: z.iso.datetime({ offset: true, error: "A time with its zone: 2026-11-24T14:05:00+01:00." }).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: writingJson(
    particulars,
    async ({ actor, params }, { by: screen, note = "", at, clarification = false, as = "update" }, revision) => {
      if (screen && screen !== actor.id) return problem("somebody-else", somebodyElse(actor))
      const act = actOf(params.act ?? "")
      if (!act) return problem("not-found", `There is no such act. There are ${ACT_NAMES.map(wordOf).join(", ")}.`)
      const story = await findStory(params.id ?? "")
      if (!story) return noStory()
      if (revision === null) return noRevision()
      const performance = await perform(actor, act, story.id, revision, {
        ...{ note, clarifies: clarification, as },
        at: at ? new Date(at) : null,
      })
      if ("refused" in performance) return problemOf(performance)
      if ("stale" in performance) return staleAnswer(actor, revision, performance.stale)

      const { done, event, version } = performance
      const answer = await storyAnswer(actor, done)
      const made = version === null ? null : await findVersion(done.id, version)
      const { position, at: performedAt, actor: by } = event
      const receipt = { version, sha256: made?.sha256 ?? null, position, at: performedAt, by }
      return { ...answer, body: { story: answer.body, event: eventJson(event), receipt } }
    },
  ),
})
