import { TAGS } from "../record/tags"
import { firstOf, formChangesBy } from "../story/age"
import type { LiveStory } from "../story/live"

/** So many tags a header holds with ease: each has about forty letters. */
const MOST_TAGS = 200
const MINUTE = 60_000

type Shown = Pick<LiveStory, "relatedTags" | "relatedMoments" | "picturesUntil">

/** What a feed of these stories depends on, and until when it says what is so; of more than a header can name, for a minute. */
export function keptFor(own: string, stories: readonly Shown[], now: Date): { tags: string[]; until: Date | null } {
  const all = stories.flatMap(({ relatedTags }) => relatedTags)
  // Whatever comes, changes or goes is a change of the paper.
  const needed = own === TAGS.paper ? all.filter((tag) => !tag.startsWith(TAGS.story(""))) : all
  const tags = [...new Set([own, ...needed])]
  const moments = stories.flatMap((story) => formChangesBy(story, now) ?? [])
  if (tags.length <= MOST_TAGS) return { tags, until: firstOf(moments) }
  return { tags: [...new Set([own, TAGS.paper])], until: firstOf([...moments, new Date(now.getTime() + MINUTE)]) }
}

/** When it last changed: by the log, or by what came or went by itself since, of which that knows nothing. */
export const changedBy = (logged: Date | null, stories: readonly Pick<Shown, "relatedMoments">[], now: Date) =>
  logged &&
  stories
    .flatMap(({ relatedMoments }) => relatedMoments)
    .filter((moment) => moment <= now)
    .reduce((last, at) => (at > last ? at : last), logged)
