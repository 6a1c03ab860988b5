import "server-only"
import { countWords } from "../blocks/blocks"
import { findIn } from "../checks/findings"
import { findKnown } from "../checks/known.server"
import { SENTENCES } from "../checks/sentences"
import { env } from "../env.server"
import type { Person } from "../people/people"
import type { EventLine } from "../record/events.server"
import { findLiveVersion, type VersionLine } from "../record/versions.server"
import { actsOpenTo, wordOf } from "../story/acts"
import { findApproval } from "../story/approval.server"
import { addressOf, hasUnpublishedChanges, type Story } from "../story/story"
import { type Answer, problem } from "./problem"

/** One story as the API tells it, for the one who asks: the draft, what readers see, and what may be done next. */
export async function storyJson(actor: Person, story: Story) {
  const { text, liveId, liveRevision, createdById, slugChosen, ...rest } = story
  const [live, approval, known] = await Promise.all([
    liveId ? findLiveVersion(story.id) : null,
    findApproval(story),
    findKnown(text),
  ])
  return {
    ...rest,
    ...text,
    slugChosen,
    words: countWords(text.body),
    live: live && { ...versionJson(live), revision: liveRevision },
    unpublishedChanges: hasUnpublishedChanges(story),
    approval,
    acts: actsOpenTo(actor, story)
      .filter((act) => act !== "approve" || approval.needed)
      .map(wordOf),
    warnings: findIn(text, known).map(({ rule, passage }) => {
      const [says] = SENTENCES[text.language][rule]
      return passage ? `${says} “${passage}”` : says
    }),
    createdBy: createdById,
  }
}

/** A version without its words. */
export function versionJson({ number, kind, note, clarifies, text, ...made }: VersionLine) {
  const address = addressOf(text)
  const { publishedAt, madeAt, by, sha256 } = made
  const what = { version: number, kind, note, ...(clarifies && { clarification: true }) }
  return { ...what, address, url: env.publicOrigin + address, publishedAt, madeAt, by, sha256 }
}

export const eventJson = ({ act, ...event }: EventLine) => {
  return { ...event, act: wordOf(act) }
}

/** A story that is there: with its revision as the ETag. */
export const storyAnswer = async (actor: Person, story: Story, status = 200): Promise<Answer> => ({
  status,
  body: await storyJson(actor, story),
  headers: { ETag: `"${story.revision}"` },
})

/** Somebody else was faster: both revisions, and the text as it is now. What was sent is still with its sender. */
export const staleAnswer = async (actor: Person, revision: number, story: Story): Promise<Answer> =>
  problem(
    "stale",
    `The story is at revision ${story.revision} by now; this was made from ${revision}. Nothing was written.`,
    {
      yourRevision: revision,
      presentRevision: story.revision,
      story: await storyJson(actor, story),
    },
  )

export const noStory = () => problem("not-found", "There is no such story.")
