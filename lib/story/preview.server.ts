import "server-only"
import { asRead, type LiveStory, type Name, type WordsRow } from "./live"
import { findSurroundings } from "./live.server"
import type { Story } from "./story"

/** A story's draft in the shape that its public page takes: what readers would see if it were published now. */
export async function findPreview(story: Story, now: Date): Promise<{ story: LiveStory; sections: Name[] }> {
  const row: WordsRow = {
    ...story.text,
    id: story.id,
    // The number of a version to come: larger than all there are, so that every correction made so far is shown.
    version: story.firstPublishedAt ? 1_000_000 : 1,
    publishedAt: story.firstPublishedAt ?? now,
    madeAt: now,
    updatedAt: story.firstPublishedAt ? now : null,
    sharePicture: "",
    versions: 1,
  }
  const around = await findSurroundings([row])
  return { story: asRead(row, around), sections: around.sections }
}
