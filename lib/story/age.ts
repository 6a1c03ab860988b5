import type { LiveStory } from "./live"
import type { RelatedNews } from "./related-shown"

const DAY = 86_400_000

/** The moment at which a story is a year old (of 29 February: on 1 March). */
export const yearAfter = (at: Date) => after(at, 12)

/** Is it over a year since readers first saw it? */
export const isOld = (publishedAt: Date, now: Date) => yearAfter(publishedAt) <= now

/**
 * The age of what is older than thirty days, in words, and the moment at which those words are no longer true: months up
 * to two years, then years.
 */
export function ageOf(publishedAt: Date, now: Date): { words: string; until: Date } {
  const month = new Date(publishedAt.getTime() + 30 * DAY)
  if (now < month) return { words: "", until: month }
  let months = 0
  while (after(publishedAt, months + 1) <= now) months++
  if (months < 2) return { words: "1 month ago", until: after(publishedAt, 2) }
  if (months < 24) return { words: `${months} months ago`, until: after(publishedAt, months + 1) }
  const years = Math.floor(months / 12)
  return { words: `${years} years ago`, until: after(publishedAt, (years + 1) * 12) }
}

type Shown = Pick<LiveStory, "relatedMoments" | "picturesUntil">

/**
 * The next moment at which a story's page says something else of itself: it, or a related story, has grown older, an item of its related
 * news comes or goes, or the rights of a picture end.
 */
export function changesBy(story: Shown & Pick<LiveStory, "publishedAt" | "related">, now: Date): Date | null {
  const moments = story.related.filter(isStory).map(({ publishedAt }) => ageOf(publishedAt, now).until)
  if (!isOld(story.publishedAt, now)) moments.push(yearAfter(story.publishedAt))
  return firstOf([...moments, ...movesOf(story, now)])
}

/** The same of a form that tells no ages. */
export const formChangesBy = (story: Shown, now: Date): Date | null => firstOf(movesOf(story, now))

/** Which pictures may be shown the database knows, by its own clock: a moment of theirs that has passed here still counts. */
const movesOf = ({ relatedMoments, picturesUntil }: Shown, now: Date) => [
  ...picturesUntil,
  ...relatedMoments.filter((moment) => moment > now),
]

export const firstOf = (moments: readonly Date[]) =>
  moments.reduce<Date | null>((first, moment) => (first && first <= moment ? first : moment), null)

const isStory = (item: RelatedNews) => item.kind === "story"

/** So many months later, at the same time of day (UTC); a day that the month lacks becomes the first of the next. */
function after(at: Date, months: number): Date {
  const later = new Date(at)
  later.setUTCMonth(at.getUTCMonth() + months, 1)
  const wanted = at.getUTCDate()
  later.setUTCDate(wanted)
  return later.getUTCDate() === wanted ? later : new Date(later.setUTCDate(1))
}
