import "server-only"
import { findLiveVersion } from "../record/versions.server"
import type { Surroundings } from "../story/live"
import { findSurroundings } from "../story/live.server"
import { rowOfText } from "../story/preview.server"
import { hasUnpublishedChanges, type Story } from "../story/story"
import { type Difference, differenceOf } from "./difference"
import { type Proposal, proposalOf } from "./proposal"

/** What a live story's draft has and readers do not: against which version, and what it seems to be. */
type Unpublished = { live: number; difference: Difference; proposal: Proposal; around: Surroundings }

/** Null: readers have it as it is, or the story is not live. */
export async function findUnpublished(story: Story): Promise<Unpublished | null> {
  const live = hasUnpublishedChanges(story) ? await findLiveVersion(story.id) : null
  if (!live) return null
  const difference = differenceOf(live.text, story.text)
  const around = await findSurroundings([live.text, story.text].map((text) => rowOfText(story, text)))
  return { live: live.number, difference, proposal: proposalOf(difference), around }
}
