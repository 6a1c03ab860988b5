import type { NewslistItem } from "./newslist-line"

/** A line on the screen; `gone`: it no longer fits what is shown, and stays where it is until the list is asked for again. */
export type Row = NewslistItem & { gone: boolean }

/** A newslist on a screen, and what has become known since it was made. */
export type Shown = {
  rows: readonly Row[]
  /** the stories that would stand above these, by id */
  fresh: readonly string[]
  /** so much changed that not all of it was told */
  many: boolean
  /** what is to be asked from next */
  at: string
  /** what changed last, for those who listen */
  said: string
}

export type News = {
  at: string
  items: readonly (NewslistItem & { fits: boolean })[]
  more: boolean
  open: Readonly<Record<string, readonly string[]>>
}

export const shownOf = (items: readonly NewslistItem[], at: string): Shown => ({
  ...{ rows: items.map((item) => ({ ...item, gone: false })), fresh: [], many: false, at, said: "" },
})

/**
 * Takes in what changed. A line is renewed where it stands and never moves: somebody reads it, or is about to choose it. What is new
 * waits until it is asked for; on another page than the first there is no place for it. Lines without news stay the same objects.
 */
export function takeIn(shown: Shown, news: News, { first }: { first: boolean }): Shown {
  const told = new Map(news.items.map((item) => [item.id, item]))
  const changes: string[] = []
  const rows = shown.rows.map((row) => {
    const openBy = [...(news.open[row.id] ?? [])]
    const item = told.get(row.id)
    if (item && item.revision > row.revision) {
      if (item.status !== row.status) changes.push(`“${item.headline || "A story"}” is ${item.status} now.`)
      const { fits, ...fresh } = item
      return { ...fresh, openBy, gone: !fits }
    }
    return same(openBy, row.openBy) ? row : { ...row, openBy }
  })
  const known = new Set(rows.map(({ id }) => id))
  const elsewhere = news.items.filter(({ id }) => !known.has(id))
  const lost = new Set(elsewhere.filter(({ fits }) => !fits).map(({ id }) => id))
  const fitting = elsewhere.filter(({ fits }) => fits && first).map(({ id }) => id)
  const fresh = [...new Set([...shown.fresh, ...fitting])].filter((id) => !lost.has(id))
  const moved = rows.some((row, index) => row !== shown.rows[index])
  return {
    rows: moved ? rows : shown.rows,
    fresh: same(fresh, shown.fresh) ? shown.fresh : fresh,
    many: shown.many || (news.more && first),
    at: news.at,
    said: changes.length > 3 ? `${changes.length} stories have moved on.` : changes.join(" ") || shown.said,
  }
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, at) => one === b[at])

/** What waits above the list, in words. */
export function freshWords({ fresh, many }: Pick<Shown, "fresh" | "many">): string {
  if (many) return "Many stories are new or changed: show them"
  return fresh.length === 1
    ? "1 story is new or changed: show it"
    : `${fresh.length} stories are new or changed: show them`
}
