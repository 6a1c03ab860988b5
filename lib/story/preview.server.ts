import "server-only"
import { asRead, type LiveStory } from "./live"
import { findSurroundings } from "./live.server"
import type { Story, StoryText } from "./story"
import type { Name, WordsRow } from "./surroundings"

/** A story's draft in the shape that its public page takes: what readers would see if it were published now. */
export async function findPreview(story: Story, now: Date): Promise<{ story: LiveStory; sections: Name[] }> {
  const row = rowOfText(story, story.text, now)
  const around = await findSurroundings([row], [row.id])
  return { story: asRead(row, around, now), sections: around.sections }
}

/** A text of a story as if it were a version to come. */
export const rowOfText = ({ id, firstPublishedAt }: Story, text: StoryText, now = new Date()): WordsRow => ({
  ...text,
  id,
  // The number of a version to come: larger than all there are, so that every correction made so far is shown.
  version: firstPublishedAt ? 1_000_000 : 1,
  publishedAt: firstPublishedAt ?? now,
  madeAt: now,
  updatedAt: firstPublishedAt ? now : null,
  sharePicture: "",
  versions: 1,
})
