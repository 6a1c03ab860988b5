import { z } from "zod"
import { type Answer, problemOf } from "@/lib/api/problem"
import { noStory, staleAnswer } from "@/lib/api/story-json.server"
import { noRevision, reading, resource, writingJson } from "@/lib/api.server"
import { can } from "@/lib/people/can"
import type { Person } from "@/lib/people/people"
import { type Added, findAdded } from "@/lib/related/added.server"
import { findNotes, keepNotes, type RelatedNote } from "@/lib/related/notes.server"
import { type RelatedLine, resolveRelated } from "@/lib/related/related.server"
import { relatedInput, settleRelated } from "@/lib/related/settle.server"
import { findStory } from "@/lib/story/find.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"

const list = z.strictObject({ revision: z.int().optional(), items: relatedInput })

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ actor, params }) => {
    const story = await findStory(params.id ?? "")
    return story ? relatedAnswer(actor, story) : noStory()
  }),
  PUT: writingJson(list, async ({ actor, params }, { items }, revision) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    if (revision === null) return noRevision()
    const settled = await settleRelated(actor, items, { field: "items", of: story.id })
    if ("refused" in settled) return problemOf(settled)
    const saving = await saveDraft(actor, story.id, revision, { related: settled.related })
    if ("refused" in saving) return problemOf(saving)
    if ("stale" in saving) return staleAnswer(actor, revision, saving.stale)
    await keepNotes(actor, story.id, settled.notes)
    return relatedAnswer(actor, saving.saved)
  }),
})

/** With the notes for the desk, where the caller may write them. The story's id stands in it, so that a legal removal finds what was kept of the answer. */
async function relatedAnswer(actor: Person, story: Story): Promise<Answer> {
  const [lines, notes, added]: [RelatedLine[], Record<string, RelatedNote>, Record<string, Added>] = await Promise.all([
    resolveRelated(story.text.related),
    can(actor, "write", story) ? findNotes(story.id) : {},
    findAdded(story.id, story.text.related),
  ])
  const items = lines.map((line) => {
    const target = "story" in line ? line.story : line.link
    return { ...line, ...addedOf(added[target]), ...noteOf(notes[target]) }
  })
  const headers = { ETag: `"${story.revision}"`, "Content-Location": `/api/v1/stories/${story.id}/related` }
  return { status: 200, body: { revision: story.revision, items }, headers }
}

const addedOf = (added: Added | undefined) => added && { addedBy: added.by, addedAt: added.at }
const noteOf = (note: RelatedNote | undefined) => note && { note: note.text, noteBy: note.by, noteAt: note.at }
