/** A day (of UTC) on which live stories were first published: how many, and when one of them last changed or went. */
export type PublishedDay = { day: Date; stories: number; changedAt: Date }

/** What one sitemap holds: the stories published from `from` until `to`. */
export type Part = { name: string; from: Date; to: Date; stories: number; changed: Date }

/** So many stories are read and written in less than a tenth of a second. */
const MOST = 500

/**
 * Cuts the paper into sitemaps: a month each (2026-11), and where a month holds too many, more of them, each named for its first
 * day (2026-11-17). A day is never cut. Days come in their order; those without stories still tell when the last one went.
 */
export function partsOf(days: readonly PublishedDay[], most = MOST): Part[] {
  const parts: Part[] = []
  for (const { day, stories, changedAt } of days) {
    const month = day.toISOString().slice(0, 7)
    const present = parts.at(-1)
    if (!present?.name.startsWith(month)) {
      parts.push({ name: month, from: firstOf(day, 0), to: firstOf(day, 1), stories, changed: changedAt })
    } else if (present.stories > 0 && present.stories + stories > most) {
      parts.push({ ...present, name: day.toISOString().slice(0, 10), from: day, stories, changed: changedAt })
      present.to = day
    } else {
      present.stories += stories
      if (changedAt > present.changed) present.changed = changedAt
    }
  }
  return parts.filter(({ stories }) => stories > 0)
}

const firstOf = (day: Date, months: number) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1))
