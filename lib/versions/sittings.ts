/** A text of a story that the newsroom can look at, and take up again; its words are fetched apart. */
export type Earlier = {
  /** "version 3" or "draft 41": what it is asked for by */
  name: string
  /** when its writing began, and when it was as it is */
  startedAt: Date
  at: Date
  /** null: the clock */
  by: { id: string; name: string } | null
  /** how the version came; null: it is a draft */
  kind: string | null
  clarifies: boolean
  /** a correction's words */
  note: string
  /** do readers have it now? */
  live: boolean
  /** the earlier text that it is, where somebody took one up */
  takenFrom: string | null
}

/** What one person wrote in a sitting, or a version by itself; the newest text first. */
export type Sitting = readonly [Earlier, ...Earlier[]]

/** Whoever comes back after so long begins another sitting, in milliseconds. */
const PAUSE = 30 * 60 * 1_000

/** Texts, the newest first, by who wrote them and when: a day of saving is a few lines. A version, or an earlier text taken up again, stands by itself. */
export function sittingsOf(texts: readonly Earlier[]): Sitting[] {
  const sittings: [Earlier, ...Earlier[]][] = []
  for (const text of texts) {
    const newer = sittings.at(-1)
    const last = newer?.at(-1)
    if (newer && last && goesOn(text, last)) newer.push(text)
    else sittings.push([text])
  }
  return sittings
}

const goesOn = (older: Earlier, newer: Earlier) =>
  [older, newer].every(({ kind, takenFrom }) => kind === null && takenFrom === null) &&
  older.by?.id === newer.by?.id &&
  newer.startedAt.getTime() - older.at.getTime() < PAUSE

/** What a text is compared with when nobody asks for another: of a version the version before, of a sitting what was there before it. */
export function beforeOf(texts: readonly Earlier[], sittings: readonly Sitting[], text: Earlier): Earlier | null {
  const older = texts.slice(texts.indexOf(text) + 1)
  if (text.kind !== null) return older.find(({ kind }) => kind !== null) ?? null
  const sitting = sittings.find(([newest]) => newest === text)
  return older[(sitting?.length ?? 1) - 1] ?? null
}

/** Where the draft is an earlier text that somebody took up and nobody has written on: which one, and what would be the draft again. */
export function takenBack(texts: readonly Earlier[], revision: number): { from: string; before: string } | null {
  const [newest, ...others] = texts
  const before = others.find(({ kind }) => kind === null)
  if (!newest?.takenFrom || newest.name !== `draft ${revision}` || !before) return null
  return { from: newest.takenFrom, before: before.name }
}

const PER_PAGE = 30

/** The sittings of a page, from 1 on, and how many pages there are. */
export function pageOf(sittings: readonly Sitting[], asked: number): { page: number; pages: number; on: Sitting[] } {
  const pages = Math.max(1, Math.ceil(sittings.length / PER_PAGE))
  const page = Math.min(pages, Math.max(1, Number.isInteger(asked) ? asked : 1))
  return { page, pages, on: sittings.slice((page - 1) * PER_PAGE, page * PER_PAGE) }
}
