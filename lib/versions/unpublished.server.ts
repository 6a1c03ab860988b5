import "server-only"
import { findLiveVersion } from "../record/versions.server"
import { findApprovedText } from "../story/approval.server"
import { findSurroundings } from "../story/live.server"
import { rowOfText } from "../story/preview.server"
import { isSame } from "../story/same"
import { hasUnpublishedChanges, type Story, type StoryText } from "../story/story"
import type { Surroundings } from "../story/surroundings"
import { type Difference, differenceOf } from "./difference"
import { type Proposal, proposalOf } from "./proposal"

/** What a draft has that an earlier text has not, and what that seems to be. `live`: the version that readers have; null, it is of none. */
type Unpublished = { live: number | null; difference: Difference; proposal: Proposal; around: Surroundings }

/** Null: readers have it as it is, or the story is not live. */
export async function findUnpublished(story: Story): Promise<Unpublished | null> {
  const live = hasUnpublishedChanges(story) ? await findLiveVersion(story.id) : null
  return live && between(live.number, live.text, story)
}

/** What was changed since the story was approved; null: nothing, or it never was. */
export async function findUnapproved(story: Story): Promise<Unpublished | null> {
  const approved = await findApprovedText(story.id)
  return approved && !isSame(approved, story.text) ? between(null, approved, story) : null
}

async function between(live: number | null, earlier: StoryText, story: Story): Promise<Unpublished> {
  const difference = differenceOf(earlier, story.text)
  const around = await findSurroundings([earlier, story.text].map((text) => rowOfText(story, text)))
  return { live, difference, proposal: proposalOf(difference), around }
}
