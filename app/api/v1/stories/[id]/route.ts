import { problemOf } from "@/lib/api/problem"
import { storyChanges, textOfInput } from "@/lib/api/story-input.server"
import { noStory, staleAnswer, storyAnswer } from "@/lib/api/story-json.server"
import { noRevision, reading, resource, writingJson } from "@/lib/api.server"
import { keepNotes } from "@/lib/related/notes.server"
import { findStory } from "@/lib/story/find.server"
import { saveDraft } from "@/lib/story/save.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ actor, params }) => {
    const story = await findStory(params.id ?? "")
    return story ? storyAnswer(actor, story) : noStory()
  }),
  PATCH: writingJson(storyChanges, async ({ actor, params }, input, revision) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    if (revision === null) return noRevision()
    const settled = await textOfInput(actor, input, params.id)
    if ("refused" in settled) return problemOf(settled)
    const saving = await saveDraft(actor, story.id, revision, settled.text)
    if ("refused" in saving) return problemOf(saving)
    if ("stale" in saving) return staleAnswer(actor, revision, saving.stale)
    await keepNotes(actor, story.id, settled.notes)
    return storyAnswer(actor, saving.saved)
  }),
})
